// `content/replies.yaml` as typed values. Apart from `facts.ts`: no page needs it, only the register.
import { parse } from 'yaml';
import repliesYaml from '../../content/replies.yaml?raw';
import { type Replies, repliesSchema } from './replies-schema.ts';

export const replies: Replies['replies'] = repliesSchema.parse(parse(repliesYaml)).replies;
