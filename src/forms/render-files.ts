// The field for files. Without a script the form brings them itself; `upload.ts` sends them one by one beforehand.
import { html } from 'hono/html';
import type { FilesField } from './field.ts';
import { attributes, type Context, controlId, labelText, type Markup, notes, wrap } from './field-parts.ts';
import { FILE_ACCEPT, sizeText } from './files.ts';

/** What an earlier send brought stays; a cleared box leaves it out. */
function kept({ attached, say, lang }: Context, field: FilesField, id: string): Markup {
  const item = ({ token, name, size }: Context['attached'][number], i: number) =>
    html`<div class="choice"><input type="checkbox" id="${id}-kept-${i}" name="${field.name}" value="${token}" checked data-name="${name}" data-size="${size}"><label for="${id}-kept-${i}">${name} (${sizeText(size, lang)})</label></div>`;
  return html`<fieldset class="files__kept"><legend>${say.files.kept}</legend>${attached.map(item)}</fieldset>`;
}

/** Label, hint, what is attached already, and the chooser. */
export function filesField(context: Context, field: FilesField): Markup {
  const id = controlId(context.form, field.name);
  const { markup, describedBy } = notes(context, field, context.say.files.privacy);
  const { attached, say } = context;
  const way = `${id}-way`;
  return wrap(
    context,
    field,
    html`<div class="files" data-files><label class="field__label" for="${id}">${labelText(context, field)}</label>${markup}${
      attached.length > 0 ? kept(context, field, id) : ''
    }<input class="input" type="file" multiple accept="${FILE_ACCEPT}" id="${id}" name="${field.name}"${attributes(context, field, `${way} ${describedBy}`)}><p class="files__way" id="${way}">${say.files.withoutScript}</p></div>`,
  );
}
