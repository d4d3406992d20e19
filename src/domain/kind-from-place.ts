import type { SOURCE_KINDS } from './source.ts';

type SourceKind = (typeof SOURCE_KINDS)[number];

/** The CSL type that host and path of an address point to; a web page when nothing does. */
export function kindFromPlace(host: string, path: string): SourceKind {
  const extension = /\.([a-z\d]{2,5})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const byPlace = PLACES.find(([pattern]) => pattern.test(host + path));
  return byPlace?.[1] ?? EXTENSIONS.get(extension) ?? 'webpage';
}

const EXTENSIONS: ReadonlyMap<string, SourceKind> = new Map([
  ['pdf', 'report'],
  ['csv', 'dataset'],
  ['tsv', 'dataset'],
  ['xls', 'dataset'],
  ['xlsx', 'dataset'],
  ['ods', 'dataset'],
  ['json', 'dataset'],
  ['parquet', 'dataset'],
  ['mp3', 'broadcast'],
  ['m4a', 'broadcast'],
  ['ogg', 'broadcast'],
  ['wav', 'broadcast'],
  ['mp4', 'broadcast'],
  ['webm', 'broadcast'],
  ['epub', 'book'],
  ['doc', 'document'],
  ['docx', 'document'],
  ['odt', 'document'],
  ['rtf', 'document'],
]);

/** Host and path, the first that fits. Only what a site publishes as one kind of thing; all else stays a web page. */
const PLACES: readonly (readonly [RegExp, SourceKind])[] = [
  [
    /^(?:youtube\.com\/(?:watch|live|shorts)|youtu\.be\/.|vimeo\.com\/\d|c-span\.org\/video|dailymotion\.com\/video)/,
    'broadcast',
  ],
  [/^(?:podcasts\.apple\.com|open\.spotify\.com\/episode|soundcloud\.com\/[^/]+\/.)/, 'broadcast'],
  [
    /^(?:(?:x|twitter)\.com\/[^/]+\/status|bsky\.app\/profile\/[^/]+\/post|threads\.(?:net|com)\/@|t\.me\/[^/]+\/\d)/,
    'post',
  ],
  [
    /^(?:facebook\.com\/.*(?:posts|videos|permalink)|instagram\.com\/(?:p|reel)\/|tiktok\.com\/@[^/]+\/video)/,
    'post',
  ],
  [/^(?:reddit\.com\/r\/[^/]+\/comments|linkedin\.com\/posts|truthsocial\.com\/@|weibo\.com\/\d)/, 'post'],
  [/^[^/]+\/@[^/]+\/\d{10,}$/, 'post'],
  [/^(?:pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc)\//, 'article-journal'],
  [
    /^(?:nature\.com\/articles|jstor\.org\/stable|link\.springer\.com\/article|sciencedirect\.com\/science\/article)/,
    'article-journal',
  ],
  [
    /^(?:thelancet\.com\/journals|bmj\.com\/content|academic\.oup\.com\/[^/]+\/article|jamanetwork\.com\/journals)/,
    'article-journal',
  ],
  [/^[^/]+\/(?:.*\/)?10\.\d{4,9}\//, 'article-journal'],
  [
    /^(?:congress\.gov\/bill|legislation\.gov\.uk\/.|eur-lex\.europa\.eu|gesetze-im-internet\.de|legifrance\.gouv\.fr)/,
    'legislation',
  ],
  [
    /^(?:law\.cornell\.edu\/(?:uscode|cfr)|ecfr\.gov|federalregister\.gov\/documents|uscode\.house\.gov)/,
    'legislation',
  ],
  [
    /^(?:data\.[^/]+\/|fred\.stlouisfed\.org\/series|zenodo\.org\/records?\/|kaggle\.com\/datasets)/,
    'dataset',
  ],
  [
    /^(?:ourworldindata\.org\/grapher|ec\.europa\.eu\/eurostat\/databrowser|[^/]*figshare\.com\/articles\/dataset)/,
    'dataset',
  ],
  [/^(?:books\.google\.[a-z.]+|gutenberg\.org\/(?:ebooks|files)|openlibrary\.org\/(?:books|works))/, 'book'],
  [
    /^(?:nytimes\.com|washingtonpost\.com|theguardian\.com|wsj\.com|latimes\.com|usatoday\.com)\/./,
    'article-newspaper',
  ],
  [
    /^(?:lemonde\.fr|lefigaro\.fr|elpais\.com|faz\.net|sueddeutsche\.de|repubblica\.it|asahi\.com)\/./,
    'article-newspaper',
  ],
  [
    /^(?:newyorker\.com|theatlantic\.com|economist\.com|time\.com|spiegel\.de|newsweek\.com)\/./,
    'article-magazine',
  ],
];
