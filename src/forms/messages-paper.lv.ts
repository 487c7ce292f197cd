// What the printed forms say by themselves. They are in Latvian only: institutions accept documents in Latvian.
export const paperLv = {
  required: '(jāaizpilda)',
  tickOne: 'Atzīmējiet vienu.',
  tickAll: 'Atzīmējiet visu, kas atbilst.',
  write: 'Ierakstiet nosaukumu, ja to zināt.',
  year: 'gada',
};
