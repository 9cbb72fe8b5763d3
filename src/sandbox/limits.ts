/** Discord's limits, each named once. Lengths are counted in UTF-16 code units, durations in milliseconds. */
export const LIMITS = {
  /** An interaction must be acknowledged within this time, or the user reads "The application did not respond". */
  acknowledgeWithinMs: 3_000,
  /** How long follow-ups and edits of an interaction are possible. */
  interactionTokenMs: 15 * 60_000,
  /** Follow-ups to one interaction where the app is installed by the user alone. */
  userInstallFollowUps: 5,
  content: 2_000,
  nonce: 25,
  embeds: 10,
  embedCharacters: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  /** Over all levels of a Components V2 message, accessories included. */
  components: 40,
  /** Top-level rows of a message without Components V2. */
  rows: 5,
  rowButtons: 5,
  /** Over all text displays of a message. */
  textDisplayCharacters: 4_000,
  /** In UTF-8, over all text displays: reports tell of HTTP 500 above it. */
  textDisplayBytes: 10_170,
  sectionTexts: 3,
  galleryItems: 10,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectPlaceholder: 150,
  selectText: 100,
  slashCommands: 100,
  userCommands: 15,
  messageCommands: 15,
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** Name, description and values of a command with its options and choices; of localised texts the longest counts. */
  commandCharacters: 8_000,
  stringOption: 6_000,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** One page of `GET /channels/{id}/messages`. */
  messagePage: 100,
  messagePageDefault: 50,
  /** Events a session keeps for a client that resumes; beyond, it must identify anew. */
  replay: 1_000,
} as const;
