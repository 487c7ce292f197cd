// The wording of the page of a submission by language.
import type { Language } from '../../src/forms/field.ts';
import { followUpViewEn } from './words-follow-up.en.ts';
import { type FollowUpView, followUpViewLv } from './words-follow-up.lv.ts';

const WORDS: Readonly<Record<Language, FollowUpView>> = { lv: followUpViewLv, en: followUpViewEn };

export const followUpView = (lang: Language): FollowUpView => WORDS[lang];
