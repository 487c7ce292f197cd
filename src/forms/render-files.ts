// The field for files. Without a script the form post contains them; `upload.ts` sends them one by one
// beforehand.
import { html } from 'hono/html';
import type { FilesField } from './field.ts';
import {
  type AttachedView,
  attributes,
  type Context,
  controlId,
  labelText,
  type Markup,
  notes,
  wrap,
} from './field-parts.ts';
import { FILE_ACCEPT } from './files.ts';

/** Files from an earlier send remain; a cleared box removes one. */
function kept({ attached = [], form, say }: Context, field: FilesField): Markup | string {
  if (attached.length === 0) return '';
  const item = ({ token, name, size }: AttachedView, i: number) => {
    const id = `${controlId(form, field.name)}-kept-${i}`;
    return html`<div class="choice"><input type="checkbox" id="${id}" name="${field.name}" value="${token}" checked data-name="${name}" data-size="${size}"><label for="${id}">${name}${size > 0 ? ` (${say.files.size(size)})` : ''}</label></div>`;
  };
  return html`<fieldset class="files__kept"><legend>${say.files.kept}</legend>${attached.map(item)}</fieldset>`;
}

/** Label, hint, files already attached, and the chooser. */
export function filesField(context: Context, field: FilesField): Markup {
  const { say } = context;
  const id = controlId(context.form, field.name);
  const way = `${id}-way`;
  const { markup, describedBy } = notes(context, field, say.files.privacy);
  const input = html`<input class="input" type="file" multiple accept="${FILE_ACCEPT}" id="${id}" name="${field.name}"${attributes(context, field, field.inOnePost ? describedBy : `${way} ${describedBy}`)}>`;
  return wrap(
    context,
    field,
    html`<div class="files" data-files><label class="field__label" for="${id}">${labelText(context, field)}</label>${markup}${kept(context, field)}${input}${field.inOnePost ? '' : html`<p class="files__way" id="${way}">${say.files.withoutScript}</p>`}</div>`,
  );
}
