// The place of a sealed value: given when it is sealed and when it is opened, so that it cannot be moved.

const utf8 = new TextEncoder();

/** The place of a value as associated data: its table, its column, and the public name of its row. */
export const place = (table: string, column: string, row: string): Uint8Array =>
  utf8.encode(`kac/1 ${table} ${column} ${row}`);
