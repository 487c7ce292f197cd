// Latvian wording of the search box in every page's header and of the top of the search page.
export const searchLv = {
  box: 'Meklēt vietnē',
  submit: 'Meklēt',
  description: 'Meklējiet pakalpojumus, darbiniekus, noteikumu punktus un citas vietnes lapas.',
};
