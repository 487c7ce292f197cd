// In place of `js-base64` where libSQL's client is bundled for the edge: the platform does it by itself.

const toUint8Array = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

/** In pieces, since a call takes only so many arguments. */
function fromUint8Array(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

export const Base64 = { toUint8Array, fromUint8Array };
