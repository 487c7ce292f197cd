// The upload address in the API's description. Written by hand, because no form defines it.
import { FILE_LIMITS } from '../../src/forms/files.ts';
import type { ProblemName } from './problems.ts';
import { LEAST_PART } from './receive-file.ts';

type Json = Readonly<Record<string, unknown>>;

/** Helpers from the other parts of the description. */
interface Tools {
  answer(description: string, schema: string): Json;
  refusals(names: readonly ProblemName[]): Json;
}

const header = (name: string, description: string, schema: Json): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema,
});

const TOKEN = header(
  'Upload-Token',
  '32 random bytes as base64url, made by the client for one file; goes into `attachments` of the form',
  { type: 'string', pattern: '^[\\w-]{43}$' },
);
const OFFSET = header('Upload-Offset', 'Bytes that are there already; 409 names the right number', {
  type: 'integer',
  minimum: 0,
});
const BEGIN: Json = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 1000 },
    size: { type: 'integer', minimum: 1, maximum: FILE_LIMITS.each },
  },
  required: ['name', 'size'],
  additionalProperties: false,
};
const content = (type: string, schema: Json): Json => ({ required: true, content: { [type]: { schema } } });

/** `/api/uploads` as a path item. */
export function uploadPath({ answer, refusals }: Tools): Json {
  const known = refusals(['upload-token', 'no-upload', 'fault']);
  return {
    post: {
      summary: 'Begin to upload a file, or find out how far it is',
      parameters: [TOKEN],
      requestBody: content('application/json', BEGIN),
      responses: {
        '201': answer('Open', 'Upload'),
        ...refusals([
          ...(['upload-token', 'unreadable', 'conflict', 'file-too-large', 'too-large', 'type'] as const),
          ...(['file-damaged', 'uploads-too-often', 'uploads-source-full', 'uploads-full', 'fault'] as const),
        ]),
      },
    },
    patch: {
      summary: `Send the next bytes: any number from ${LEAST_PART} on, or all that is left`,
      parameters: [TOKEN, OFFSET],
      requestBody: content('application/octet-stream', { type: 'string', format: 'binary' }),
      responses: {
        '204': { description: 'Stored as far as Upload-Offset says; Upload-Complete: ?1 at the end' },
        ...refusals([
          ...(['upload-token', 'part-too-small', 'no-upload', 'upload-offset'] as const),
          ...([
            'file-too-large',
            'file-type',
            'file-damaged',
            'uploads-source-full',
            'uploads-full',
            'fault',
          ] as const),
        ]),
      },
    },
    get: {
      summary: 'How far an upload is',
      parameters: [TOKEN],
      responses: { '200': answer('Open or whole', 'Progress'), ...known },
    },
    delete: {
      summary: 'Remove a file whose form has not been sent',
      parameters: [TOKEN],
      responses: { '204': { description: 'Removed' }, ...known, ...refusals(['conflict']) },
    },
  };
}
