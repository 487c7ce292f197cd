// Replaces `js-base64` in libSQL's client on the edge: the platform has base64.

const toUint8Array = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/** In pieces, because a call accepts a limited number of arguments. */
function fromUint8Array(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

export const Base64 = { toUint8Array, fromUint8Array };
