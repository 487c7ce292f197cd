// Files of the office: the message of a file, and files that wait with the draft of an answer.

export const officeFiles = {
  id: '0021-office-files',
  statements: [
    // Null: it belongs to the submission itself.
    'ALTER TABLE attachments ADD COLUMN message TEXT',
    // The note with the draft; until the answer is given only staff may know of the file.
    'ALTER TABLE attachments ADD COLUMN draft TEXT',
  ],
};
