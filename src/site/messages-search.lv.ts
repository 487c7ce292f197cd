// Latvian wording of the search box that stands in the header of every page, and of the search page's head.
export const searchLv = {
  box: 'Meklēt vietnē',
  submit: 'Meklēt',
  description: 'Meklējiet pakalpojumus, darbiniekus, noteikumu punktus un citas vietnes lapas.',
};
