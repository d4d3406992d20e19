import { parseJson } from '../domain/parse-json.ts';
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { readCatalogue, type CatalogueEntry } from '../ingest/catalogue.ts';
import { BadAnswer, FETCHED, fetchText } from './fetched.ts';

/** The articles that come with the app, to practise on. Errors are sentences for the person. */
export function useCatalogue(): UseQueryResult<readonly CatalogueEntry[]> {
  return useQuery(CATALOGUE);
}

const CATALOGUE = queryOptions({
  ...FETCHED,
  queryKey: ['catalogue'],
  queryFn: async ({ signal }) => {
    const text = await fetchText('./articles/catalogue.json', 'list', signal);
    const read = readCatalogue(parseJson(text));
    if (!read.ok) throw new BadAnswer(read.problem);
    return read.articles;
  },
});
