/**
 * Marks a page that the server fills at every view: the form's idempotency key is still empty
 * (docs/decisions/0008). This exact text is written by `render.ts` and the site's own forms.
 */
export const EMPTY_KEY = 'name="idempotencyKey" value=""';
