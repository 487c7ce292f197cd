// Help texts of the editors' commands. Pure.
import { FRESH_DAYS } from '../../services/freshness.ts';
import { kindList } from './new/names.ts';

export const USAGE = `Lietošana: npm run content -- <komanda>

  check     pārbauda visu saturu un parāda visas kļūdas
  new       izveido jaunu failu vai ierakstu; bez veida – parāda, ko var izveidot
  confirm   ieraksta, ka fakts ir pārbaudīts vai apstiprināts
  diff      parāda, kas saturā mainījies: lapas, lauki, aptaujas
  release   pārbauda, vai saturu drīkst publicēt: vai nav kļūdu, parauga datu un neaizpildītu vietu
  stale     parāda pakalpojumus, kuru saturs nav pārbaudīts ${FRESH_DAYS} dienas
  versions  ieraksta, ko jautā katras aptaujas redakcija; ar aptaujas kodu – arī labotu pareizrakstību

Vairāk par vienu komandu: npm run content -- <komanda> --help
`;

const NEW = `Lietošana: npm run content -- new <veids> <kods>

Izveido jaunu failu vai pievieno ierakstu. Ko vēl nezina, to atzīmē ar “AIZPILDIET”: pārbaude tādu failu
laiž cauri, bet publicēt to nedrīkst. Esošu failu nekad nepārraksta.

  --lang en   tulkojums angļu valodā (pakalpojumam, aptaujai, teksta lapai)

${kindList()}`;

const CONFIRM = `Lietošana: npm run content -- confirm <fails vai kods>[:<rinda vai lauks>]…

Ieraksta, ka fakts ir pārbaudīts: nomaina pārbaudes dienu un noņem atzīmi “Vēl jāapstiprina”. Vietu var
norādīt tā, kā to raksta komanda release: fails, kols, rinda. Var norādīt vairākas vietas uzreiz.

  --date GGGG-MM-DD   kad pārbaudīts; bez tā – šodien
  --source "…"        pēc kā pārbaudīts, ja avots ir cits nekā ierakstīts
  --by …              kas pārbaudīja (tikai pakalpojumam): amata kods, darbinieka vārds vai faila nosaukums
  --dry-run           tikai parāda, kas mainītos

Piemēri:
  npm run content -- confirm suna-registracija --source "LAD e-pasta vēstule, 2026. gada 20. novembris"
  npm run content -- confirm suna-registracija:cost
  npm run content -- confirm content/calendar/kalendars.yaml:36
  npm run content -- confirm content/site.yaml:phone --source "Pārbaudīts, piezvanot"
`;

const DIFF = `Lietošana: npm run content -- diff [<no kā>] [<līdz kam>]

Parāda, kas saturā mainījies. “No kā” un “līdz kam” ir git versija (birka, zars vai versijas kods) vai mape ar
saturu. Bez “no kā” salīdzina ar pēdējo laidienu (birku), bet, ja laidienu nav, – ar pēdējo ierakstīto versiju; bez
“līdz kam” – ar failiem, kādi tie ir tagad.

  --json   tas pats programmām

Piemēri:
  npm run content -- diff
  npm run content -- diff HEAD~5
  npm run content -- diff ../vecais-saturs
`;

const CHECKS = `Lietošana: npm run content -- check | release | stale\n\nŠīm komandām nekas cits nav jānorāda.\n`;

const VERSIONS = `Lietošana: npm run content -- versions [<aptaujas kods>]

Ieraksta mapē content/survey-versions, ko jautā katras aptaujas redakcija. Ar aptaujas kodu ieraksta arī labotu
pareizrakstību.
`;

/** The help of one command. */
export const HELP: Readonly<Record<string, string>> = {
  check: CHECKS,
  release: CHECKS,
  stale: CHECKS,
  versions: VERSIONS,
  new: NEW,
  confirm: CONFIRM,
  diff: DIFF,
};
