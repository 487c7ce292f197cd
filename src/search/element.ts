// Markup as data, so that the server's HTML and the browser's nodes come from one description.

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}
export type Child = Element | string;

/** An element; `false` is a missing child. */
export const element = (
  tag: string,
  attributes: Element['attributes'] = {},
  ...children: readonly (Child | false)[]
): Element => ({ tag, attributes, children: children.filter(child => child !== false) });

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const VOID = new Set(['input']);

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? '');

/** As HTML, with all texts and attributes escaped. */
export function toHtml(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  const { tag, attributes, children } = child;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${tag}${written.join('')}>`;
  return VOID.has(tag) ? start : `${start}${children.map(toHtml).join('')}</${tag}>`;
}

/** As DOM nodes, without the HTML parser, as Trusted Types require. */
export function toNode(child: Child): Node {
  if (typeof child === 'string') return document.createTextNode(child);
  const node = document.createElement(child.tag);
  for (const [name, value] of Object.entries(child.attributes)) node.setAttribute(name, value);
  node.append(...child.children.map(toNode));
  return node;
}
