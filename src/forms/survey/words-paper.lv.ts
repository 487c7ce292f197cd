// Texts of a printed questionnaire, and conditions in words. Only in Latvian, like all paper of the
// institution.

/** `where` comes with its number; `what` is one or several values, or an amount. */
export const conditionLv = {
  /** Addresses the respondent. */
  asked: {
    inQuestion: (number: string) => `${number} jautājumā`,
    inRow: (number: string) => `${number} rindā`,
    ticked: (where: string, what: string) => `${where} atzīmējāt ${what}`,
    wrote: (where: string, what: string) => `${where} ierakstījāt ${what}`,
    answered: (number: string) => `atbildējāt uz ${number} jautājumu`,
    answeredRow: (number: string) => `atbildējāt ${number} rindā`,
    atLeast: (least: number) => `${least} vai vairāk`,
    atMost: (most: number) => `${most} vai mazāk`,
    or: 'vai',
    and: 'un',
  },
  /** Speaks about the respondent. */
  told: {
    inQuestion: (number: string) => `${number} jautājumā`,
    inRow: (number: string) => `${number} rindā`,
    ticked: (where: string, what: string) => `${where} atzīmēts ${what}`,
    wrote: (where: string, what: string) => `${where} ierakstīts ${what}`,
    answered: (number: string) => `uz ${number} jautājumu ir atbildēts`,
    answeredRow: (number: string) => `${number} rindā ir atbildēts`,
    atLeast: (least: number) => `${least} vai vairāk`,
    atMost: (most: number) => `${most} vai mazāk`,
    or: 'vai',
    and: 'un',
  },
};

export const surveyPaperLv = {
  onlyIf: (clause: string) => `Atbildiet, ja ${clause}.`,
  sectionOnlyIf: (clause: string) => `Atbildiet uz šīs daļas jautājumiem, ja ${clause}.`,
  required: '(lūdzam atbildēt)',
  tickAll: 'Atzīmējiet visu, kas atbilst.',
  tickEachRow: 'Katrā rindā atzīmējiet vienu.',
  row: 'Apgalvojums',
  whole: (min: number, max: number) => `Vesels skaitlis no ${min} līdz ${max}.`,
  /** Days as `1.02.2026.` */
  between: (from: string, to: string) => `No ${from} līdz ${to}`,
  since: (from: string) => `Ne agrāk par ${from}`,
  until: (to: string) => `Ne vēlāk par ${to}`,
};
