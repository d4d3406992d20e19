import type { FactCheck } from '../domain/fact-check.ts';
import { scalesOf } from '../domain/scales-of.ts';
import type { Rating, RatingScale } from '../domain/rating-scale.ts';
import { sayData } from '../messages/say.ts';
import type { FormatOption, OptionValues } from './format.ts';
import type { Judged } from './judged.ts';

interface Mapping {
  /** Id of the format: each keeps its own labels. */
  readonly format: string;
  readonly group: string;
  readonly labels: readonly string[];
  readonly initial: (rating: Rating) => string;
}

/** One option for each rating of the scales that this fact check uses: the label that is written for it. */
export function labelOptions(
  factCheck: FactCheck,
  { format, group, labels, initial }: Mapping,
): readonly FormatOption[] {
  return scalesIn(factCheck).flatMap((scale) =>
    scale.ratings.map((rating) => ({
      kind: 'label' as const,
      id: optionId(format, scale.id, rating.id),
      label: sayData(rating.label),
      group,
      suggestions: labels,
      initial: labels.find((label) => label.toLowerCase() === rating.label.toLowerCase()) ?? initial(rating),
    })),
  );
}

/** The label that the person wants for the verdict; null when there is no rating or its label was emptied. */
export function mapLabel(format: string, { verdict, rating }: Judged, options: OptionValues): string | null {
  if (!verdict || verdict.ratingId === null) return null;
  const label =
    options[optionId(format, verdict.scaleId, verdict.ratingId)] ?? rating?.label ?? verdict.ratingId;
  return label.trim() === '' ? null : label.trim();
}

function scalesIn(factCheck: FactCheck): readonly RatingScale[] {
  const used = new Set([...factCheck.tables.verdict.values()].map(({ scaleId }) => scaleId));
  const [own, ...others] = scalesOf(factCheck);
  return own ? [own, ...others.filter(({ id }) => used.has(id))] : [];
}

function optionId(format: string, scaleId: string, ratingId: string): string {
  return `${format}/${scaleId}/${ratingId}`;
}
