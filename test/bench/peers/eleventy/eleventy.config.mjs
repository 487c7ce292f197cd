// The peer's site: every service file as a page in a four-line layout, MDX compiled as Eleventy's manual
// shows it.
import { evaluate } from '@mdx-js/mdx';
import * as runtime from 'preact/jsx-runtime';
import { render } from 'preact-render-to-string';

export default function configure(eleventy) {
  eleventy.addTemplateFormats('mdx');
  eleventy.addExtension('mdx', {
    compile: async text => {
      const { default: Content } = await evaluate(text, runtime);
      return async data => render(Content(data));
    },
  });
  return { dir: { input: 'content/services', includes: '../../layouts', output: '_site' } };
}
