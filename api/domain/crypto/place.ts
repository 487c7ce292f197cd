// Where a sealed value lies: said when it is sealed and when it is opened, so that it opens nowhere else.

const utf8 = new TextEncoder();

/** The place of a value as associated data: its table, its column, and what names its row to the world. */
export const place = (table: string, column: string, row: string): Uint8Array =>
  utf8.encode(`kac/1 ${table} ${column} ${row}`);
