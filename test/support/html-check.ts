// Checks a page with an HTML parser: what a validator would report, as lines.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Anchors contain the point's number, `p-5.2.3`: an address that laws and complaints cite.
    'valid-id': ['error', { relaxed: true }],
    // A list of checkboxes shares its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Pasted control characters are returned as typed; the parser only warns about them.
    'no-raw-characters': 'off',
    'attribute-boolean-style': 'off',
    'no-inline-style': 'error',
    'prefer-native-element': 'error',
  },
});

/** The problems of this page, empty when there are none. */
export async function htmlProblems(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
