import type { ConfigProblem, FrontMatterExpectation } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import { englishDate } from './dates.ts';

const CONFIG: Readonly<Record<ConfigProblem, string>> = {
  'token-malformed':
    'is not a bot token. Copy the token from the Discord Developer Portal (Bot → Reset Token), without blanks and without “Bot ” before it.',
  'token-missing': 'is missing although DISCORD_API_URL is set. Set both, or neither for the sandbox.',
  'token-refused':
    'is not accepted by Discord. Make a new token in the Developer Portal (Bot → Reset Token) and enter it.',
  'not-a-url': 'is not an address. Expected is http:// or https://, for example http://127.0.0.1:8080/api.',
  'not-ids': 'holds something other than Discord ids. Expected are numbers of 17 to 20 digits, separated by commas.',
  'not-a-folder':
    'does not name a readable folder. Check the path and the permissions, or leave the variable out for the folder that comes with the bot.',
  'not-a-level': 'is not a log level. Possible are: fatal, error, warn, info, debug, trace, silent.',
  'not-a-port': 'is not a port. Expected is a number from 0 to 65535; 0 takes a free one.',
  'api-unreachable':
    'names a server that does not answer. Check the address and the network; without the variable discord.com is used.',
};

const EXPECTED: Readonly<Record<FrontMatterExpectation, string>> = {
  'front-matter': 'a head between two lines “---” at the top of the file',
  'closing-fence': 'a second line “---” that ends the head',
  yaml: 'valid YAML',
  fields: 'fields such as “title: …”',
  'known-field': 'a known field (title, date, language, outlet, event, url, sources, participants)',
  text: 'a text',
  date: 'a date (2025, 2025-03 or 2025-03-18)',
  language: '“de” or “en”',
  url: 'an address with http:// or https://',
  sources: 'a list of sources with outlet, url and date',
  participants: 'a list of participants',
};

/** Ends every complaint about a dictionary. */
const WITHOUT_DICTIONARY = 'Check DICTIONARY, or leave it out; the bot goes on without.';

const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const thousands = (count: number): string => count.toLocaleString('en-GB');
const and = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

export const english: Catalogue = {
  errors: {
    'config.invalid': ({ variable, problem }) => `${variable} ${CONFIG[problem]}`,
    'corpus.unreadable': ({ path, cause }) =>
      `${path} cannot be read (${cause}). Check that the folder or file exists and that the bot may read it.`,
    'corpus.empty': ({ path, refused }) =>
      refused === 0
        ? `${path} holds no article. Put a .md or .txt file into it.`
        : `${path} holds no readable article; ${plural(refused, 'file was', 'files were')} refused.`,
    'article.unreadable': ({ cause }) => `The file cannot be read (${cause}).`,
    'article.not-utf8': ({ offset }) => `The file is not UTF-8 (byte ${offset}). Save it as UTF-8.`,
    'article.empty': () => 'The file holds no paragraph that could be quoted.',
    'article.too-large': ({ bytes, limit }) =>
      `The file has ${thousands(bytes)} bytes; ${thousands(limit)} are allowed. Split it.`,
    'article.front-matter': ({ field, expected, found }) =>
      `${field === null ? 'The head' : `The field “${field}”`} should hold: ${EXPECTED[expected]}${found === null ? '' : `; found: ${found}`}.`,
    'article.duplicate-id': ({ id, other }) =>
      `The id “${id}” belongs to ${other} already. Rename one of the two files.`,
    'lexicon.invalid': ({ file, line, detail }) => `The lexicon is faulty: ${file}, line ${line}: ${detail}.`,
    'dictionary.unreadable': ({ path, cause }) =>
      `The dictionary ${path} cannot be read (${cause}). ${WITHOUT_DICTIONARY}`,
    'dictionary.not-utf8': ({ path }) =>
      `${path} is not UTF-8: still packed, or saved in another encoding. ${WITHOUT_DICTIONARY}`,
    'dictionary.not-ding': ({ path }) =>
      `${path} is no dictionary in Ding’s format (“german :: english” on every line). ${WITHOUT_DICTIONARY}`,
    'dictionary.truncated': ({ path }) => `${path} ends inside a line: it was not copied whole. ${WITHOUT_DICTIONARY}`,
    'library.unavailable': () => 'The articles cannot be reached right now. Try again in a few seconds.',
    'library.reindex-running': () => 'The articles are being read again already. Wait until that is done.',
    'library.invalid-revision': ({ detail }) => `The new state does not hold together (${detail}); the old one stays.`,
    'question.empty': () => 'The question is empty. Write what you want to know.',
    'option.invalid-date': ({ option, value }) =>
      `“${value}” in “${option}” is not a date. Write 2025, 2025-03 or 18 March 2025, for example.`,
    'option.date-order': ({ since, until }) => `The period ends (${until}) before it begins (${since}).`,
    'option.unknown-source': ({ value }) => `There is no source “${value}” here. Pick one from the list.`,
    'option.unknown-topic': ({ value }) =>
      `There is no topic “${value}” here. Pick one from the list that appears while you type.`,
    'option.unknown-party': ({ value }) =>
      `The articles report no statement by “${value}”. Pick a side or person from the list that appears while you type.`,
    'option.unknown-event': ({ value }) =>
      `There is no event “${value}” here. Pick one from the list that appears while you type.`,
    'option.unknown-choice': ({ option, value, choices }) =>
      `“${value}” is not possible in “${option}”. Possible are: ${choices.map((choice) => choice.en).join(', ')}.`,
    'option.ambiguous': ({ option, value, choices, more }) =>
      `“${value}” in “${option}” fits several: ${[...choices.map(({ label }) => label.en), ...(more > 0 ? [`${more} more`] : [])].join('; ')}.`,
    'compare.same-side': ({ a, b }) =>
      `Only two different sides can be compared, ${a.en === b.en ? `not “${a.en}” with itself` : `not “${a.en}” with “${b.en}”, which are on the same one`}.`,
    'event.undated': ({ event }) =>
      `The event “${event}” carries no date and so lies in no period. Leave out “since” and “until”.`,
    'timeline.undated': ({ count }) =>
      `Only what carries a date has a place on a timeline; ${plural(count, 'event carries', 'events carry')} none.`,
    'option.missing': ({ option }) => `The option “${option}” is missing.`,
    'option.unknown': ({ option }) => `This command has no option “${option}”.`,
    'option.malformed': ({ option }) => `The option “${option}” does not have the expected form.`,
    'article.unknown': ({ value }) =>
      `There is no article “${value}” here. Pick one from the list that appears while you type.`,
    'command.unknown': ({ name }) => `There is no command “${name}” (any more). /help shows what there is.`,
    'permission.operators-only': () => 'Only the operators of this bot may do that.',
    'permission.not-yours': () => 'Only who asked, or who may manage messages here, can delete this answer.',
    'button.unknown': () => 'I do not know this button. Ask the question again.',
    'button.outdated': () =>
      'The articles have changed since this answer, and the passage is not there any more. Ask the question again.',
    'page.outdated': () => 'The articles have changed since this answer. Ask the question again.',
    'message.nothing-to-search': () => 'This message holds no text that I could find sources for.',
    'guard.not-verbatim': ({ article }) =>
      `A quotation did not match the article “${article}” character for character and was therefore not sent.`,
    'usage.invalid': ({ detail }) => `Wrong usage: ${detail}`,
    'line.not-json': () => 'The line is not JSON. Expected is one object a line.',
    'line.malformed': ({ expected }) => `The line does not have the expected form: ${expected}.`,
    internal: ({ reference }) =>
      `Something went wrong (reference ${reference}). Try again; if it stays, tell the operators the reference.`,
  },
  answer: {
    abstained: 'The articles do not answer this.',
    nothingToSearch: 'The question holds no word that I could look for. Name a person, a place, a date or a topic.',
    tryHelp: '/help shows what I can do.',
    missing: (words) => `No article mentions: ${list(words)}.`,
    extent: (articles, newest) =>
      `I know ${plural(articles, 'article', 'articles')}${newest === null ? '' : `, the newest dated ${englishDate(newest)}`}.`,
    nearest: 'These passages come nearest. They are not the answer:',
    noSources: 'I find nothing on this in the articles.',
    sourcesFound: 'This is what the articles say on it:',
    asked: (question) => `Question: ${question}`,
    furtherPassages: 'More passages',
    outdated: (count) =>
      `${plural(count, 'passage is', 'passages are')} not in the present state of the articles any more.`,
    tooLong: 'This passage is too long for a message, and is never cut:',
    context: 'The quotation (bold) in its context',
    sharedBy: (user) => `Shared by ${user}`,
  },
  statuses: {
    agreed: 'agreed',
    not_agreed: 'not agreed',
    proposed: 'proposed',
    accepted: 'accepted',
    demanded: 'demanded',
    rejected: 'rejected',
    announced: 'announced',
    ordered: 'ordered',
    implemented: 'carried out',
    violated: 'breach alleged',
    threatened: 'threatened',
    claimed: 'statement',
    background: 'background',
  },
  parts: {
    principal: 'head of state or government',
    delegation_lead: 'head of the delegation',
    host: 'host',
    mediator: 'mediator',
    envoy: 'envoy',
    delegate: 'delegation',
    signatory: 'signatory',
    observer: 'observer',
    spokesperson: 'spokesperson',
    announcer: 'announced it',
  },
  listing: {
    titles: {
      terms: 'What is agreed, accepted, announced, ordered or carried out – and what is not agreed',
      conditions: 'Who demands, proposes, rejects or threatens what',
      participants: 'Who took part',
      compare: 'Two sides compared',
      timeline: 'What happened when',
    },
    termsThatAre: (status) => `What is ${status}`,
    filters: {
      topic: 'Topic',
      status: 'Status',
      event: 'Event',
      by: 'By',
      side: 'Side',
      a: 'One side',
      b: 'Other side',
      since: 'Since',
      until: 'Until',
    },
    others: {
      terms: 'Without a topic',
      conditions: 'No known side',
      participants: 'No known side',
      compare: 'Others',
      timeline: 'Others',
    },
    range: (first, last, total) =>
      first === 1 && last === total
        ? `${plural(total, 'passage', 'passages')}.`
        : `${first}–${last} of ${total} passages.`,
    undated: (count) => `${plural(count, 'event without a date is', 'events without a date are')} missing here.`,
    nothing: 'The articles say nothing on this.',
    instead: (filter) => `With another choice in “${filter}” there is`,
    silent: (side) => `On this the articles report no statement by this side: ${side}.`,
    sameSentence: 'In the same quotation.',
    further: 'Next',
  },
  pick: {
    which: (value) => `“${value}” fits several. Which one is meant?`,
    more: (count) => `… and ${count} more: write more of the name.`,
  },
  citation: {
    according: (status, names) => `${status}, according to ${and(names)}`,
    says: (names) => `Said by: ${and(names)}`,
    acts: (names) => `Whose act: ${and(names)}`,
    actsUnknown: 'Whose act: not recognised',
    articleItself: 'Said by: the article itself',
    unclear: 'Said by: not clear',
    undated: 'undated',
    lead: 'introduction',
    paragraph: (number) => `paragraph ${number}`,
    section: (heading) => `section “${heading}”`,
    quoted: (words) => `“${words}”`,
    source: (outlet) => `Among the article’s sources: ${outlet}`,
    openArticle: 'Open the article',
  },
  buttons: { more: 'More passages', context: 'Context', share: 'Share', delete: 'Delete' },
  article: {
    date: 'Date',
    outlet: 'Outlet',
    event: 'Event',
    language: 'Language',
    languageName: { de: 'German', en: 'English' },
    words: (count) => plural(count, 'word', 'words'),
    sections: 'Sections',
    passages: (count) => plural(count, 'paragraph', 'paragraphs'),
    sources: 'Sources',
    opening: 'It begins:',
    id: 'Id',
    furtherSources: (count) => `and ${count} more`,
  },
  about: {
    title: 'Wortlaut',
    what: 'I answer with the exact wording of articles on the talks to end the war in Ukraine. I write no claim of my own, and I say so when the articles do not answer something.',
    size: (articles, passages, events) =>
      `${plural(articles, 'article', 'articles')} with ${plural(passages, 'paragraph', 'paragraphs')}${events === 0 ? '' : ` on ${plural(events, 'event', 'events')}`}.`,
    range: (oldest, newest) =>
      newest === null || oldest === null
        ? 'The articles carry no date.'
        : `Period: ${englishDate(oldest)} – ${englishDate(newest)}.`,
    languages: (de, en) =>
      `${de} of them in German and ${en} in English; quotations stay in the language of their article.`,
    revision: (revision) => `Revision ${revision}`,
    privacy: 'Questions are stored nowhere and sent nowhere.',
  },
  help: {
    title: 'How to ask me',
    intro: 'Just ask, in German or English. These are the commands:',
    direct:
      'In a direct message the question alone is enough. Edit it and the answer follows; delete it and the answer goes.',
    menu: (name) => `On a message: right-click (or long-press) → Apps → **${name}** shows what the articles say on it.`,
    honest: 'Every quotation stands in the article exactly like that. Where the articles hold no answer, I say so.',
  },
  report: {
    done: 'The articles have been read again.',
    dryRun: 'Dry run: nothing was changed. This is how it would be:',
    summary: (articles, milliseconds) =>
      `${plural(articles, 'article', 'articles')} read in ${(milliseconds / 1000).toFixed(1)} s.`,
    added: (count) => `Added: ${count}`,
    changed: (count) => `Changed: ${count}`,
    removed: (count) => `Removed: ${count}`,
    refused: (count) => `Refused: ${count}`,
    lexiconChanged: 'The lexicon has changed; it applies to all articles.',
    unchanged: 'No article has changed. Neither has the lexicon.',
    refusal: (file, line, reason) => `${file}, line ${line}: ${reason}`,
    andMore: (count) => `… and ${count} more`,
  },
  cli: {
    usage: `Usage: npm run --silent ask -- [--json] [--explain] [--locale de|en] "question"
       npm run --silent ask -- [--locale de|en] --jsonl < lines
--json prints one JSON object, --explain the reasons: words, weights, evidence, threshold.
--jsonl reads one object a line, {"id", "question", "locale"?} or
{"id", "command": {"name", "options"}, "locale"?}, and writes one a line.
Exit code: 0 answered, 3 not in the articles, 2 wrong usage, 1 failure.`,
    explain: {
      question: (language, type) =>
        `Language of the question: ${language}; asked for: ${type}. Words with their weight:`,
      light: 'says little',
      corrected: (meant) => `read as ${meant}`,
      passages: (count) => `in ${plural(count, 'paragraph', 'paragraphs')}`,
      threshold: (value) => `Answered from evidence of ${value} on. The best passages, words as weight×match:`,
      finding: (score, factor, typeFound) =>
        `Evidence ${score} (of that factor ${factor}; what is asked for ${typeFound ? 'found' : 'not found'})`,
      outcome: { answered: 'Outcome: answered.', abstained: 'Outcome: not in the articles.' },
    },
  },
  start: {
    ready: (name, articles, milliseconds) =>
      `${name} is ready: ${plural(articles, 'article', 'articles')}, ${(milliseconds / 1000).toFixed(1)} s.`,
    refused: (file, line, reason) => `Refused: ${file}, line ${line}: ${reason}`,
    invitation: (url) => `Invite: ${url}`,
    sandbox: (url) =>
      `Sandbox on ${url}: a small Discord on this machine. For the real one, put DISCORD_TOKEN into .env.`,
    serving: 'Serving until stopped (Ctrl-C).',
  },
};
