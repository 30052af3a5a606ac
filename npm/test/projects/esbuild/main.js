import { check } from "weixin-draft/inline";

export function problems(text) {
  return check(text).violations.map(({ message }) => message);
}
