/** Bytes of a page in which it may declare its encoding; the standard's 1024 are often not enough. */
const LOOKED_AT = 8192;

const XML = /^\s{0,20}<\?xml\s[^>]{0,200}?\bencoding\s{0,5}=\s{0,5}["']\s{0,5}([\w.:-]{1,40})/i;
const META = /<meta\s[^>]{0,300}?\bcharset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})/i;

/** The encoding that a web page declares in its first bytes (`meta`, XML declaration), or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1').split('<!--');
  const shown = head.map((part, number) => (number === 0 ? part : (part.split('-->')[1] ?? '')));
  const text = shown.join('');
  return (XML.exec(text) ?? META.exec(text))?.[1] ?? null;
}
