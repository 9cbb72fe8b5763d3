import { COMMAND_LIST_RULES, COMMAND_RULES, commandListIn, commandsIn } from './commands.ts';
import { COMPONENT_RULES } from './components.ts';
import { CALLBACK_RULES, callbackIn, MESSAGE_RULES, messageIn } from './message.ts';
import type { Finding, RequestCheck, Rule } from './rule.ts';

const BODY_RULES = [...MESSAGE_RULES, ...COMPONENT_RULES];

/** Every rule's id; the tests show each of them at work. */
export const RULE_IDS: readonly string[] = [
  ...BODY_RULES,
  ...CALLBACK_RULES,
  ...COMMAND_RULES,
  ...COMMAND_LIST_RULES,
].map(({ id }) => id);

/** Checks a request against what Discord's documentation demands and its specification does not catch. */
export const rulesCheck: RequestCheck = (request) => {
  const message = messageIn(request);
  const callback = callbackIn(request);
  const list = commandListIn(request);
  return [
    ...(message ? apply(BODY_RULES, message) : []),
    ...(callback ? apply(CALLBACK_RULES, callback) : []),
    ...commandsIn(request).flatMap((command) => apply(COMMAND_RULES, command)),
    ...(list ? apply(COMMAND_LIST_RULES, list) : []),
  ];
};

function apply<Subject>(rules: readonly Rule<Subject>[], subject: Subject): readonly Finding[] {
  return rules.flatMap(({ id, check }) => check(subject).map((detail) => ({ rule: id, detail })));
}
