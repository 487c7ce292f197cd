// JSON as the text of a `<script>` data block. Pure.

/**
 * No `<` can end the block or open a comment in it; every JSON parser reads `\u003c` as the same character.
 */
export const jsonLdText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
