// The idempotency key of a filling-in, created by the browser when the page came without one.

/** Name of the hidden field with the key; forms that store nothing have none. */
export const KEY = 'idempotencyKey';

/** 144 random bits, URL-safe. */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(18)), byte => byte.toString(16).padStart(2, '0')).join('');

/** The hidden field with the key, or null for a form that stores nothing. */
export function keyField(form: HTMLFormElement): HTMLInputElement | null {
  const field = form.elements.namedItem(KEY);
  return field instanceof HTMLInputElement ? field : null;
}
