// Reads values from a page as a browser would: with an HTML parser.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value;

/** The text a browser would show in the textarea of this name. */
export function textareaOf(html: string, name: string): string | undefined {
  for (const element of elements(parse(html))) {
    if (element.tagName !== 'textarea' || attribute(element, 'name') !== name) continue;
    const [text] = element.childNodes;
    return text && 'value' in text ? text.value : '';
  }
  return undefined;
}
