// JSON as the text of a `<script>` data block. Pure.

/** No `<` can end the block or open a comment in it; `\u003c` means the same to every JSON reader. */
export const jsonLdText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
