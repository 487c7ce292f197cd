/**
 * The mark of a page that the server fills at every view: a form's idempotency key, still empty (docs/decisions/0008).
 * Exactly this text, as `render.ts` and the site's own forms write it.
 */
export const EMPTY_KEY = 'name="idempotencyKey" value=""';
