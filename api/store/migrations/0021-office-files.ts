// Files of the office: with which message a file went or came, and which still wait with the draft of an answer.

export const officeFiles = {
  id: '0021-office-files',
  statements: [
    // Null: it came with the submission itself.
    'ALTER TABLE attachments ADD COLUMN message TEXT',
    // The note that is the draft; until the answer is given nobody but staff may know of the file.
    'ALTER TABLE attachments ADD COLUMN draft TEXT',
  ],
};
