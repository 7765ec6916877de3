/** What the scripts tell a person: one line a step, plain words, no colour codes where nobody looks. */
const colour = process.stdout.isTTY && !process.env.NO_COLOR;

export const say = (text) => console.log(colour ? `\u001b[36m▸\u001b[0m ${text}` : `- ${text}`);

/** Stops with a sentence instead of a stack trace. */
export function giveUp(text) {
  console.error(colour ? `\u001b[31m✗\u001b[0m ${text}` : `! ${text}`);
  process.exit(1);
}
