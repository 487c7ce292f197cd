// Texts of the printed forms. Only in Latvian: institutions accept documents in Latvian.
export const paperLv = {
  required: '(jāaizpilda)',
  tickOne: 'Atzīmējiet vienu.',
  tickAll: 'Atzīmējiet visu, kas atbilst.',
  write: 'Ierakstiet nosaukumu, ja to zināt.',
  year: 'gada',
};
