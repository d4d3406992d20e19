import { say } from '../messages/say.ts';

/** What a fact check has and a format may be unable to hold. */
export type Part = keyof typeof PART_NAMES;

/** How so many of a part are called: "7 stances". */
export const PART_NAMES = {
  articleTitle: () => say('its title'),
  byline: () => say('its author'),
  articlePublisher: () => say('its publisher'),
  articleAddress: () => say('its address'),
  articlePublished: () => say('when it was published'),
  retrieved: () => say('when it was read'),
  language: () => say('its language'),
  notCheckable: (n) =>
    say(
      '{n, plural, one {# mark that nothing is to be checked} other {# marks that nothing is to be checked}}',
      { n },
    ),
  verdicts: (n) => say('{n, plural, one {# verdict} other {# verdicts}}', { n }),
  otherVerdicts: (n) =>
    say('{n, plural, one {# verdict of another reviewer} other {# verdicts of other reviewers}}', { n }),
  statements: (n) => say('{n, plural, one {# claim as checked} other {# claims as checked}}', { n }),
  attributions: (n) =>
    say(
      '{n, plural, one {# mark that only who said it is checked} other {# marks that only who said it is checked}}',
      { n },
    ),
  claimants: (n) => say('{n, plural, one {# claimant} other {# claimants}}', { n }),
  claimantRoles: (n) => say('{n, plural, one {# role of a claimant} other {# roles of claimants}}', { n }),
  saidAt: (n) =>
    say('{n, plural, one {# time at which something was said} other {# times at which something was said}}', {
      n,
    }),
  reasons: (n) =>
    say('{n, plural, one {# reason for nothing to check} other {# reasons for nothing to check}}', { n }),
  doubtedReasons: (n) =>
    say(
      '{n, plural, one {# reason for nothing to check in other words than stand here} other {# reasons for nothing to check in other words than stand here}}',
      { n },
    ),
  reviewers: (n) => say('{n, plural, one {# name of a reviewer} other {# names of reviewers}}', { n }),
  roles: (n) => say('{n, plural, one {# role of a reviewer} other {# roles of reviewers}}', { n }),
  markedAt: (n) =>
    say(
      '{n, plural, one {# time at which something was marked} other {# times at which something was marked}}',
      {
        n,
      },
    ),
  markedBy: (n) =>
    say('{n, plural, one {# name of who marked something} other {# names of who marked something}}', { n }),
  carried: (n) =>
    say(
      '{n, plural, one {# decision on words that have changed} other {# decisions on words that have changed}}',
      { n },
    ),
  tags: (n) => say('{n, plural, one {# tag} other {# tags}}', { n }),
  priorities: (n) => say('{n, plural, one {# priority} other {# priorities}}', { n }),
  decidedAt: (n) => say('{n, plural, one {# time of a verdict} other {# times of verdicts}}', { n }),
  definitions: (n) =>
    say('{n, plural, one {# definition of a rating} other {# definitions of ratings}}', { n }),
  conclusions: (n) => say('{n, plural, one {# conclusion} other {# conclusions}}', { n }),
  confidences: (n) => say('{n, plural, one {# confidence} other {# confidences}}', { n }),
  doubtedConfidences: (n) =>
    say(
      '{n, plural, one {# confidence in a verdict on other words than stand here} other {# confidences in verdicts on other words than stand here}}',
      { n },
    ),
  wordings: (n) => say('{n, plural, one {# suggested wording} other {# suggested wordings}}', { n }),
  doubtedWordings: (n) =>
    say(
      '{n, plural, one {# wording suggested for other words than stand here} other {# wordings suggested for other words than stand here}}',
      { n },
    ),
  unknowns: (n) =>
    say('{n, plural, one {# note on what is not known} other {# notes on what is not known}}', { n }),
  doubtedUnknowns: (n) =>
    say(
      '{n, plural, one {# note on what was not known of other words than stand here} other {# notes on what was not known of other words than stand here}}',
      { n },
    ),
  stances: (n) => say('{n, plural, one {# stance} other {# stances}}', { n }),
  quotes: (n) => say('{n, plural, one {# quoted passage} other {# quoted passages}}', { n }),
  locators: (n) => say('{n, plural, one {# place in a source} other {# places in sources}}', { n }),
  evidenceNotes: (n) => say('{n, plural, one {# note on evidence} other {# notes on evidence}}', { n }),
  cited: (n) => say('{n, plural, one {# source} other {# sources}}', { n }),
  uncited: (n) =>
    say('{n, plural, one {# source that nothing cites} other {# sources that nothing cites}}', { n }),
  archives: (n) => say('{n, plural, one {# archived copy} other {# archived copies}}', { n }),
  furtherArchives: (n) =>
    say('{n, plural, one {# further archived copy} other {# further archived copies}}', { n }),
  authors: (n) => say('{n, plural, one {# list of authors} other {# lists of authors}}', { n }),
  publishers: (n) => say('{n, plural, one {# publisher of a source} other {# publishers of sources}}', { n }),
  published: (n) => say('{n, plural, one {# date of a source} other {# dates of sources}}', { n }),
  accessed: (n) =>
    say(
      '{n, plural, one {# day on which a source was looked at} other {# days on which sources were looked at}}',
      { n },
    ),
  kinds: (n) => say('{n, plural, one {# kind of a source} other {# kinds of sources}}', { n }),
  plainAddresses: (n) =>
    say('{n, plural, one {# address that is no link} other {# addresses that are no links}}', { n }),
  archiveKeepers: (n) =>
    say(
      '{n, plural, one {# name of who keeps an archived copy} other {# names of who keeps archived copies}}',
      { n },
    ),
  archiveDays: (n) =>
    say(
      '{n, plural, one {# day on which a copy was archived} other {# days on which copies were archived}}',
      {
        n,
      },
    ),
  plainArchives: (n) =>
    say(
      '{n, plural, one {# archived copy at an address that is no link} other {# archived copies at addresses that are no links}}',
      { n },
    ),
  sourceNotes: (n) => say('{n, plural, one {# note on a source} other {# notes on sources}}', { n }),
  history: (n) => say('{n, plural, one {# entry of the history} other {# entries of the history}}', { n }),
  drafts: (n) => say('{n, plural, one {# other draft} other {# other drafts}}', { n }),
  judgedDrafts: (n) =>
    say(
      '{n, plural, one {# note that something was judged in another version} other {# notes that something was judged in another version}}',
      { n },
    ),
  statuses: (n) => say('{n, plural, one {# work status} other {# work statuses}}', { n }),
  links: (n) => say('{n, plural, one {# link of the article} other {# links of the article}}', { n }),
  tiers: (n) => say('{n, plural, one {# rank of a source} other {# ranks of sources}}', { n }),
  foreign: (n) =>
    say('{n, plural, one {# remainder of another tool} other {# remainders of other tools}}', { n }),
} satisfies Readonly<Record<string, (n: number) => string>>;
