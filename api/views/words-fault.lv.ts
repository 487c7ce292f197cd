// What a person reads when an unexpected error stopped us, in Latvian.

export const faultWordsLv = {
  /** For the form that comes back as it was filled in. */
  title: 'Vēl nav saņemts',
  heading: 'Vēl neesam saņēmuši',
  why: {
    away: 'Pašlaik nevaram piekļūt datubāzei, tāpēc nosūtīto neesam saglabājuši.',
    fault: 'Mūsu pusē radās kļūda, tāpēc nezinām, vai nosūtītais ir saglabāts.',
  },
  what: (button: string) =>
    `Viss ierakstītais ir šajā lapā. Pagaidiet pusminūti un nospiediet “${button}” vēlreiz. Atkārtota sūtīšana ir droša: divreiz to nereģistrēsim.`,
  files: 'Ja veidlapai pievienojāt failus un to šeit vairs nav, pievienojiet tos vēlreiz.',
  /** For a form that is sent again as it is. */
  again: 'Sūtīt vēlreiz',
  againWhat:
    'Nosūtītais ir šajā lapā. Pagaidiet pusminūti un sūtiet vēlreiz vai nokopējiet tekstu un atgriezieties vēlāk.',
  text: 'Ierakstītais teksts',
  id: 'Kļūdas numurs:',
  idWhat: 'Nosauciet to, ja zvanāt vai rakstāt mums par šo kļūdu.',
};

export type FaultWords = typeof faultWordsLv;
