// `content/replies.yaml` as typed values. Separate from `facts.ts`, because only the register needs it.
import { parse } from 'yaml';
import repliesYaml from '../../content/replies.yaml?raw';
import { type Replies, repliesSchema } from './replies-schema.ts';

export const replies: Replies['replies'] = repliesSchema.parse(parse(repliesYaml)).replies;
