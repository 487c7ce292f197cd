// Additions to the engine's conversion of Markdown to HTML.
import { defineHastPlugin } from 'satteri';

/** Table alignment as a class: the engine writes `style="text-align:…"`, which the content security policy blocks. */
export const noInlineStyle = defineHastPlugin({
  name: 'no-inline-style',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const style = /text-align:\s*(\w+)/.exec(String(node.properties['style'] ?? ''))?.[1];
      const align = style ?? node.properties['align'];
      if (align === undefined || align === null) return;
      context.setProperty(node, 'style', null);
      context.setProperty(node, 'align', null);
      context.setProperty(node, 'className', [`align-${align}`]);
    },
  },
});
