// The text of every refusal in Latvian: what is wrong, and how to fix it.
import { fileFaultsLv as faults } from '../../src/forms/messages-files.lv.ts';
import { MAX_BODY, MAX_DEPTH, MAX_NAME, MAX_VALUES } from './body-limits.ts';
import { followUpProblemsLv } from './problems-follow-up.lv.ts';

export const problemsLv = {
  unreadable: {
    title: 'Pieprasījumu neizdevās izlasīt',
    detail:
      'Saņemtie dati ir bojāti vai nepilnīgi. Pārbaudiet, vai tie ir UTF-8 kodējumā un JSON ir pareizs, un sūtiet vēlreiz.',
  },
  'not-found': { title: 'Šādas adreses nav', detail: 'Pārbaudiet adresi vai sāciet no sākumlapas.' },
  method: {
    title: 'Šī adrese tā nedarbojas',
    detail: 'Izmantojiet veidlapu vietnē vai pieprasījuma veidu, kas norādīts galvenē Allow.',
  },
  conflict: {
    title: 'Šī veidlapa jau ir nosūtīta ar citu saturu',
    detail:
      'Pirmā reize ir saņemta un reģistrēta. Ja vēlaties sūtīt vēl kaut ko, atveriet veidlapu no jauna.',
  },
  'too-large': {
    title: 'Nosūtīts par daudz datu',
    detail: `Vienā reizē var nosūtīt līdz ${MAX_BODY / 1024} KB. Saīsiniet tekstu un sūtiet vēlreiz.`,
  },
  'too-many-values': {
    title: 'Nosūtīts pārāk daudz vērtību',
    detail: `Vienā reizē visos laukos kopā var būt līdz ${MAX_VALUES} vērtībām. Izņemiet liekos laukus un sūtiet vēlreiz.`,
  },
  'too-deep': {
    title: 'Dati ir pārāk dziļi ligzdoti',
    detail: `JSON sarakstus un objektus var ligzdot līdz ${MAX_DEPTH} līmeņiem. Lauka vērtība ir teksts vai tekstu saraksts.`,
  },
  'name-too-long': {
    title: 'Lauka nosaukums ir pārāk garš',
    detail: `Lauka nosaukumā var būt līdz ${MAX_NAME} rakstzīmēm. Izņemiet lauku ar garāku nosaukumu un sūtiet vēlreiz.`,
  },
  type: {
    title: 'Šādu datu veidu nepieņemam',
    detail: 'Sūtiet application/json, application/x-www-form-urlencoded vai multipart/form-data.',
  },
  invalid: { title: 'Daļa datu nav derīga', detail: 'Izlabojiet norādītos laukus un sūtiet vēlreiz.' },
  'unknown-code': {
    title: 'Iesniegums ar šādu kodu nav atrasts',
    detail:
      'Pārbaudiet, vai visas 16 zīmes ir ierakstītas tā, kā saņemšanas apstiprinājumā. Ja kods ir nozaudēts, zvaniet centram.',
  },
  prove: {
    title: 'Vajadzīga pārbaude',
    detail:
      'Pēdējā stundā saņemts neparasti daudz iesniegumu. Sūtiet vēlreiz ar lauku proofOfWork: tas ir atrisināts ALTCHA uzdevums no adreses, kas norādīta laukā challenge. Bez tā sūtiet ar lauku proofAsked: iesniegumu saņemsim un atzīmēsim kā aizdomīgu. Varat arī pagaidīt, cik sekunžu norādīts galvenē Retry-After.',
  },
  limited: {
    title: 'Pārāk daudz iesniegumu',
    detail:
      'No šī tīkla pēdējā stundā sūtīts pārāk daudz reižu; skaita arī nepareizi aizpildīto. Šo neesam saņēmuši: sūtiet vēlreiz pēc tik sekundēm, cik norādīts galvenē Retry-After, vai zvaniet centram.',
  },
  'looked-up-often': {
    title: 'Gaita skatīta pārāk bieži',
    detail:
      'No šī tīkla pēdējā stundā iesniegumu gaita meklēta pārāk daudz reižu. Mēģiniet vēlreiz pēc tik sekundēm, cik norādīts galvenē Retry-After, vai zvaniet centram.',
  },
  'unknown-survey': {
    title: 'Šādas aptaujas nav',
    detail: 'Aptaujas, uz kurām var atbildēt tagad, ir lapā /aptaujas/.',
  },
  'survey-future': {
    title: 'Aptauja vēl nav sākusies',
    detail: 'Aptaujas, uz kurām var atbildēt tagad, ir lapā /aptaujas/.',
  },
  'survey-closed': {
    title: 'Aptauja ir beigusies',
    detail:
      'Paldies, ka vēlējāties piedalīties. Atvērtās aptaujas ir lapā /aptaujas/, bet savu viedokli varat rakstīt arī lapā /atsauksme/.',
  },
  'survey-superseded': {
    title: 'Aptauja ir mainīta',
    detail:
      'Atbildes ir par iepriekšējo aptaujas redakciju. Atveriet aptauju no jauna un atbildiet uz tās jautājumiem.',
  },
  'survey-staff': {
    title: 'Šeit uz darbinieku aptauju atbildēt nevar',
    detail: 'Uz to atbild centra serverī: atveriet adresi, kas ir uz ielūguma.',
  },
  'upload-token': {
    title: 'Trūkst augšupielādes atslēgas',
    detail: 'Galvenē Upload-Token norādiet 32 nejaušus baitus base64url kodējumā (43 rakstzīmes).',
  },
  'no-upload': {
    title: 'Šādas augšupielādes nav',
    detail: 'Fails ir noņemts vai pārāk ilgi gaidījis, kamēr nosūtīs veidlapu. Sāciet augšupielādi no jauna.',
  },
  'upload-offset': {
    title: 'Augšupielāde jāturpina no citas vietas',
    detail: 'Turpiniet no baita, kas norādīts galvenē Upload-Offset.',
  },
  'part-too-small': {
    title: 'Faila daļa ir par mazu',
    detail: 'Vienā reizē sūtiet vismaz 64 KB vai visu, kas no faila atlicis.',
  },
  'file-type': { title: 'Šādu failu veidu nepieņemam', detail: faults.unknown },
  'file-damaged': { title: 'Failu neizdevās izlasīt', detail: faults.damaged },
  'file-too-large': { title: 'Fails ir par lielu', detail: faults['too-large'] },
  'uploads-full': { title: 'Pašlaik failus pieņemt nevaram', detail: faults.full },
  'uploads-source-full': { title: 'Pārāk daudz nenosūtītu failu', detail: faults['source-full'] },
  'uploads-too-often': { title: 'Pārāk daudz failu stundā', detail: faults['too-often'] },
  ...followUpProblemsLv,
  away: {
    title: 'Pašlaik nevaram piekļūt datubāzei',
    detail:
      'Mēģiniet vēlreiz pēc pusminūtes. Ja veidlapu sūtījāt, tā vēl nav saņemta; atkārtota sūtīšana ir droša: divreiz to nereģistrēsim. Varat arī zvanīt centram vai iesniegt sūdzību klātienē.',
  },
  fault: {
    title: 'Mūsu pusē radās kļūda',
    detail:
      'Mēģiniet vēlreiz pēc brīža. Ja veidlapu sūtījāt, atkārtota sūtīšana ir droša: divreiz to nereģistrēsim. Varat arī zvanīt centram vai iesniegt sūdzību klātienē.',
  },
};

export type ProblemName = keyof typeof problemsLv;
