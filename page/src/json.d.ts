declare module "*.json" {
  const text: string;
  export default text;
}
