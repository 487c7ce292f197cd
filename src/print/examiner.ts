// Who examines complaints about the rules (rule point 13), as the post's code in `content/site.yaml`.
export const EXAMINER = 'izpilddirektors';
