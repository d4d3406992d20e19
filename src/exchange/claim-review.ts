import type { Claim, ClaimReview, CreativeWork, Graph, Organization, Person, Rating } from 'schema-dts';
import { articleOf, headOf, type FactCheck } from '../domain/fact-check.ts';
import { linkTarget } from '../domain/link.ts';
import type { RatingScale } from '../domain/rating-scale.ts';
import type { Source } from '../domain/source.ts';
import { say } from '../messages/say.ts';
import { describeLoss, sayUnwritten } from './count-loss.ts';
import { exportNameFor } from './file-name.ts';
import type { ExportContext, ExportResult, FormatOption, OptionValues, Writer } from './format.ts';
import { listClaims, sayEarlierConclusions, sayWithheld, WHO_SAID_IT, type Judged } from './judged.ts';
import { readName } from './csl-item.ts';
import { sayAnyOf, sayDatesInWords } from './say-loss.ts';
import { readDate } from './say-date.ts';

/**
 * schema.org ClaimReview for search engines, one for each claim with a verdict and a conclusion, with what Google's
 * documentation of fact-check markup requires: author, claimReviewed, reviewRating and url.
 */
export const CLAIM_REVIEW: Writer = { options: (...given) => optionsFor(...given), serialise };

/** The publisher is that of every fact check in this browser; the address is that of one report. */
const optionsFor = (factCheck: FactCheck, chosen: OptionValues): readonly FormatOption[] => [
  {
    kind: 'text',
    id: 'publisher',
    label: say('Publisher'),
    hint: say('Who stands for the fact check. Kept for the next ones.'),
    initial: '',
  },
  {
    kind: 'address',
    id: 'publisher-address',
    label: say('Site of the publisher'),
    hint: say('Kept for the next ones.'),
    initial: '',
  },
  {
    kind: 'address',
    id: addressOptionOf(factCheck),
    label: say('Address of the report'),
    hint: say('Where readers will find this one.'),
    initial: '',
    suggestions: suggestAddress(factCheck, chosen),
  },
];

const ADDRESS = 'report-address/';
/** Of a page, in characters. */
const LONGEST_NAME = 60;

/** The id of the option for the address of the report. */
export function addressOptionOf({ id }: FactCheck): string {
  return `${ADDRESS}${id}`;
}

/** Beside the report that was last given one, or on the site: by the title, as sites name their pages. */
function suggestAddress(factCheck: FactCheck, chosen: OptionValues): readonly string[] {
  const own = addressOptionOf(factCheck);
  const reports = Object.entries(chosen).flatMap(([id, address]) =>
    id.startsWith(ADDRESS) && id !== own ? [webAddress(address)] : [],
  );
  const beside = reports.findLast((address) => address !== null) ?? null;
  const site = webAddress(chosen['publisher-address']);
  const folder = beside ?? (site === null ? null : `${site.replace(/\/$/, '')}/`);
  if (folder === null) return [];
  const slug = headOf(factCheck)
    .title.normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z\d]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? [] : [new URL(slug, folder).href];
}

async function serialise(factCheck: FactCheck, context: ExportContext): Promise<ExportResult> {
  const { options, leftOut, exportedAt, pace } = context;
  const claims = await listClaims(factCheck, context);
  const ready = claims.filter(isReady);
  const publisher = options['publisher']?.trim() ?? '';
  const address = webAddress(options[addressOptionOf(factCheck)]);
  const site = webAddress(options['publisher-address']);
  const [problem, ...problems] = [
    ...(publisher === ''
      ? [say('Write who publishes the fact check: a ClaimReview must name its author.')]
      : []),
    ...(address === null
      ? [
          say(
            'Write the address at which the report will be (https://…): a ClaimReview must say where it can be read.',
          ),
        ]
      : []),
    ...(ready.length === 0
      ? [say('No claim has both a verdict and a conclusion yet.'), ...sayWithheld(claims, 'ignored')]
      : []),
  ];
  if (problem !== undefined) return { ok: false, problems: [problem, ...problems] };

  const author: Organization = {
    '@type': 'Organization',
    name: publisher,
    ...(site === null ? {} : { url: site }),
  };
  const reviews: ClaimReview[] = [];
  for (const judged of ready) {
    reviews.push(review(factCheck, judged, { author, address: address ?? '', exportedAt }));
    // oxlint-disable-next-line no-await-in-loop -- in slices on purpose
    await pace(reviews.length / ready.length);
  }
  const graph: Graph = { '@context': 'https://schema.org', '@graph': reviews };
  const json = JSON.stringify(graph, null, 2);
  const { title } = headOf(factCheck);
  const missing = claims.length - ready.length;
  return {
    ok: true,
    files: [
      {
        part: { label: say('Data'), download: say('Download data') },
        fileName: exportNameFor(title, context, '.claimreview.jsonld'),
        mediaType: 'application/ld+json',
        text: `${json}\n`,
      },
      {
        part: { label: say('Script block'), download: say('Download script block') },
        fileName: exportNameFor(title, context, '.claimreview.html'),
        mediaType: 'text/html',
        text: `<script type="application/ld+json">\n${escapeForScript(json)}\n</script>\n`,
      },
    ],
    loss: [
      ...sayAnyOf(missing, (n) =>
        say(
          '{n, plural, one {# claim without a verdict and a conclusion is not in the file.} other {# claims without a verdict and a conclusion are not in the file.}}',
          { n },
        ),
      ),
      say('The article and the marks in it are not in the file.'),
      ...sayWithheld(claims, 'left-out'),
      ...sayEarlierConclusions(claims),
      ...sayUnwritten(
        factCheck,
        ready.map(({ annotation }) => annotation),
        claims
          .filter(({ earlierConclusion }) => earlierConclusion !== '')
          .map(({ annotation }) => annotation),
      ),
      ...sayDatesInWords(datesIn(factCheck, ready), (date) => isoDate(date) !== undefined),
      ...describeLoss(factCheck, KEPT, leftOut),
    ],
  };
}

const KEPT = [
  'articleTitle',
  'articleAddress',
  'articlePublished',
  'statements',
  'attributions',
  'claimants',
  'claimantRoles',
  'saidAt',
  'conclusions',
  'cited',
  'authors',
  'publishers',
  'published',
  'archives',
  'furtherArchives',
] as const;

/** What is written as a date, each once. */
function datesIn(factCheck: FactCheck, reviews: readonly Judged[]): readonly (string | undefined)[] {
  const cited = new Map(reviews.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source])));
  return [
    articleOf(factCheck).publishedAt,
    ...reviews.map(({ annotation }) => annotation.claim.saidAt),
    ...Array.from(cited.values(), ({ publishedAt }) => publishedAt),
  ];
}

function isReady({ verdict, rating }: Judged): boolean {
  return rating !== undefined && (verdict?.conclusion.trim() ?? '') !== '';
}

interface Frame {
  readonly author: Organization;
  readonly address: string;
  readonly exportedAt: string;
}

function review(factCheck: FactCheck, judged: Judged, { author, address, exportedAt }: Frame): ClaimReview {
  const { annotation, number, statement, evidence } = judged;
  const url = `${address.replace(/#.*$/, '')}#claim-${number}`;
  return {
    '@type': 'ClaimReview',
    '@id': url,
    url,
    identifier: annotation.id,
    claimReviewed: statement,
    datePublished: exportedAt.slice(0, 10),
    author,
    reviewRating: rate(factCheck, judged),
    itemReviewed: claim(factCheck, judged),
    citation: [...new Map(evidence.map(({ source }) => [source.id, cite(source)])).values()],
  };
}

/** A number only where the rating is a degree of truth, with the ends of its scale. */
function rate(factCheck: FactCheck, { annotation, rating, verdict }: Judged): Rating {
  const conclusion = verdict?.conclusion.trim() ?? '';
  const scale = factCheck.tables['rating-scale'].get(verdict?.scaleId ?? '');
  const ordinals = scale ? ordinalsOf(scale) : [];
  return {
    '@type': 'Rating',
    alternateName: rating?.label.trim() || (rating?.id ?? ''),
    ...(rating?.ordinal === null || rating === undefined
      ? {}
      : {
          ratingValue: rating.ordinal,
          bestRating: Math.max(...ordinals),
          worstRating: Math.min(...ordinals),
        }),
    ratingExplanation: annotation.claim.kind === 'attribution' ? `${WHO_SAID_IT} ${conclusion}` : conclusion,
  };
}

function ordinalsOf({ ratings }: RatingScale): readonly number[] {
  return ratings.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal]));
}

function claim(factCheck: FactCheck, { annotation, statement }: Judged): Claim {
  const { url, title, publishedAt } = articleOf(factCheck);
  const { claimant, saidAt } = annotation.claim;
  const place = webAddress(url);
  const said = saidAt === undefined ? undefined : isoDate(saidAt);
  const author: Organization | Person | undefined = claimant?.name.trim()
    ? claimant.kind === 'organisation'
      ? {
          '@type': 'Organization',
          name: claimant.name.trim(),
          ...(claimant.role ? { description: claimant.role } : {}),
        }
      : {
          '@type': 'Person',
          name: claimant.name.trim(),
          ...(claimant.role ? { jobTitle: claimant.role } : {}),
        }
    : undefined;
  const published = publishedAt === undefined ? undefined : isoDate(publishedAt);
  const appearance: CreativeWork = {
    '@type': 'CreativeWork',
    headline: title,
    ...(place === null ? {} : { url: place }),
    ...(published === undefined ? {} : { datePublished: published }),
  };
  return {
    '@type': 'Claim',
    text: statement,
    ...(author ? { author } : {}),
    ...(said === undefined ? {} : { datePublished: said }),
    appearance,
  };
}

function cite(source: Source): CreativeWork {
  const url = webAddress(source.url);
  const archives = source.archives.flatMap((one) => webAddress(one.url) ?? []);
  const published = source.publishedAt === undefined ? undefined : isoDate(source.publishedAt);
  return {
    '@type': 'CreativeWork',
    name: source.title.trim() || source.url || 'Untitled',
    ...creditAuthors(source),
    ...(source.publisher?.trim()
      ? { publisher: { '@type': 'Organization', name: source.publisher.trim() } }
      : {}),
    ...(url === null ? {} : { url }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(archives.length > 0 ? { archivedAt: archives } : {}),
  };
}

/** Who publishes a work is an organisation. Of a name that may be anybody's it is not said that it is one. */
function creditAuthors({ authors, publisher }: Source): {
  readonly author?: readonly (Organization | Person)[];
  readonly creditText?: string;
} {
  const author: (Organization | Person)[] = [];
  const others: string[] = [];
  for (const written of authors.map((name) => name.trim()).filter((name) => name !== '')) {
    const name = readName(written);
    if ('family' in name)
      author.push({
        '@type': 'Person',
        name: [name.given, name.family, name.suffix].filter(Boolean).join(' '),
        familyName: name.family,
        givenName: name.given,
        ...(name.suffix === undefined ? {} : { honorificSuffix: name.suffix }),
      });
    else if (written === publisher?.trim()) author.push({ '@type': 'Organization', name: written });
    else others.push(written);
  }
  return {
    ...(author.length > 0 ? { author } : {}),
    ...(others.length > 0 ? { creditText: others.join('; ') } : {}),
  };
}

/** Search engines take ISO 8601 and no words. */
function isoDate(written: string): string | undefined {
  const date = readDate(written);
  if ('text' in date) return undefined;
  const parts = [date.month, date.day].filter((part) => part !== undefined);
  return [String(date.year).padStart(4, '0'), ...parts.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function webAddress(typed: string | undefined): string | null {
  const address = linkTarget(typed ?? '');
  return address !== null && /^https?:/.test(address) ? address : null;
}

/** JSON stays the same JSON, and can't end the script element or begin a comment in it (HTML, section 4.12.1.3). */
function escapeForScript(json: string): string {
  return json.replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
