/** Whose servers an address names. */

const IMAGE_HOSTS = ["qpic.cn", "qlogo.cn", "weixin.qq.com", "res.wx.qq.com"];

/** The host of an http(s) address, or undefined for any other address. */
export function hostOf(address: string): string | undefined {
  try {
    const url = new URL(address.trim().startsWith("//") ? `https:${address.trim()}` : address.trim());
    return url.protocol === "http:" || url.protocol === "https:" ? url.hostname : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the server keeps pictures of this host. */
export function keepsPicturesOf(host: string, own: string[]): boolean {
  return [...IMAGE_HOSTS, ...own].some((kept) => isAtOrBelow(host, kept));
}

/** Whether links to this host stay for every account. */
export function keepsLinksTo(host: string): boolean {
  return isAtOrBelow(host, "qq.com");
}

function isAtOrBelow(host: string, kept: string): boolean {
  return host === kept || host.endsWith(`.${kept}`);
}
