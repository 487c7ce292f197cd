// The register's part of the site bundle: the staff directory, the rules word for word, canned replies. Pure.
import * as z from 'zod';
import { retentionSchema } from '../calendar/retention-schema.ts';

const texts = z.array(z.string()).readonly();

const directoryEntry = z.strictObject({
  /** File name in `content/staff`, without the ending. */
  id: z.string(),
  name: z.string(),
  /** Code of the post; `post` is its title. */
  postId: z.string(),
  post: z.string(),
  /** True when nobody else in the directory has this post: naming the post then names the person. */
  onlyOne: z.boolean(),
  room: z.string(),
  phone: z.string(),
  email: z.string(),
  topics: texts,
  /** Reception hours, one line for each row of the week: `Otrdiena 9.00–12.00`. */
  reception: texts,
});

const rulePointText = z.strictObject({
  /** Number of the point, for example `5.2.3`. */
  id: z.string(),
  /** The whole wording of the point. */
  text: z.string(),
});

/** A text that an answer may start from. */
const reply = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Rule points and services it is about; both empty when it fits any case. */
  rulePoints: texts,
  services: texts,
  /** Places for the clerk to fill in are in square brackets. */
  text: z.string(),
});

/** An institution to which submissions are forwarded. */
const institution = z.strictObject({ id: z.string(), name: z.string(), url: z.string() });

const desk = {
  /** Sorted by name. */
  directory: z.array(directoryEntry).readonly(),
  /** All points of the edition in force, in order. */
  rulePoints: z.array(rulePointText).readonly(),
  /** In the order of the editors' file. */
  replies: z.array(reply).readonly(),
  institutions: z.array(institution).readonly(),
  /** Retention policies, the oldest first. */
  retention: retentionSchema.shape.policies.readonly(),
};

/** The data that the site's collections give; the build adds the page shells. */
export const deskContentSchema = z.strictObject(desk);

export const deskSchema = z.strictObject({
  ...desk,
  /** Empty pages with the markers of the register's page view: without a script, with passkeys, with form entry. */
  shells: z.strictObject({ plain: z.string(), withKeys: z.string(), withEntry: z.string() }),
});

export type DirectoryEntry = z.infer<typeof directoryEntry>;
export type RulePointText = z.infer<typeof rulePointText>;
export type Reply = z.infer<typeof reply>;
export type DeskContent = z.infer<typeof deskContentSchema>;
export type DeskData = z.infer<typeof deskSchema>;
