// Services, survey questions and form options that relate to each point of the rules. Pure.
import { complaintForm } from '../forms/complaint.ts';
import { fieldsOf } from '../forms/field.ts';
import { controlId } from '../forms/field-parts.ts';
import { questionsOf } from '../forms/survey/definition.ts';
import { surveyForm } from '../forms/survey/form.ts';
import type { RelatedByPoint, RelatedLink } from '../rules/related.ts';
import type { Service } from '../services/schema.ts';
import { rulesLv } from '../site/messages-rules.lv.ts';
import { pointComplaintRoute, serviceRoute, surveyRoute } from '../site/routes.ts';
import type { Survey } from '../surveys/schema.ts';

interface Entry<Data> {
  readonly id: string;
  readonly data: Data;
}

export interface RelationSources {
  readonly services: readonly Entry<Service>[];
  readonly surveys: readonly Entry<Survey>[];
  /** The points of the edition at `/noteikumi/`, as the complaint form receives them. */
  readonly rulePoints: readonly { readonly id: string; readonly label: string }[];
  /** `YYYY-MM-DD`: only surveys open on this day are listed. */
  readonly today: string;
}

type Found = readonly [point: string, link: RelatedLink];

/** Links by point number: services first, then survey questions, then the complaint form. */
export function ruleRelations(sources: RelationSources): RelatedByPoint {
  const found = [...ofServices(sources), ...ofSurveys(sources), ...ofComplaints(sources)];
  const groups = Map.groupBy(found, ([point]) => point);
  return new Map([...groups].map(([point, links]) => [point, links.map(([, link]) => link)]));
}

const latvian = new Intl.Collator('lv');

const ofServices = ({ services }: RelationSources): Found[] =>
  services
    .toSorted((a, b) => latvian.compare(a.data.title, b.data.title))
    .flatMap(({ id, data }) =>
      (data.rulePoints ?? []).map(
        (point): Found => [point, { kind: 'service', label: data.title, href: serviceRoute(id) }],
      ),
    );

const ofSurveys = ({ surveys, today }: RelationSources): Found[] =>
  surveys
    .filter(({ data }) => data.audience === 'public' && data.opens <= today && today <= data.closes)
    .flatMap(({ id, data }) => {
      const form = surveyForm({ id, ...data }).id;
      const link = (field: string, label: string, rulePoint: string | undefined): Found[] =>
        rulePoint === undefined
          ? []
          : [[rulePoint, { kind: 'question', label, href: `${surveyRoute(id)}#${controlId(form, field)}` }]];
      return questionsOf(data).flatMap(question =>
        question.kind === 'grid'
          ? question.rows.flatMap(row =>
              link(`${question.id}.${row.id}`, row.label, row.rulePoint ?? question.rulePoint),
            )
          : link(question.id, question.label, question.rulePoint),
      );
    });

/** The points that a complaint can name, read from the form itself. */
function ofComplaints({ rulePoints }: RelationSources): Found[] {
  const field = fieldsOf(complaintForm({ services: [], rulePoints })).find(
    ({ name }) => name === 'rulePoints',
  );
  const options = field?.kind === 'checkboxes' ? field.options : [];
  return options.map(({ id }) => [
    id,
    { kind: 'complaint', label: rulesLv.complain(id), href: pointComplaintRoute(id) },
  ]);
}
