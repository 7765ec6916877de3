import { type Graph, type Problem, parseGraph } from '@baton/model';

/** Larger is no process but a mistake; the server would refuse it too. */
export const LARGEST_FILE = 8_000_000;

export type GraphFile =
  | { readonly ok: true; readonly graph: Graph }
  | { readonly ok: false; readonly problems: readonly Pick<Problem, 'message' | 'elementId' | 'path'>[] };

const refused = (message: string): GraphFile => ({ ok: false, problems: [{ message }] });

/** What a file of ours holds, or every reason why it can't be imported. */
export function readGraphText(text: string): GraphFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? ` (${error.message})` : '';
    return refused(`Expected JSON, but the file can’t be read as such${where}. Choose a file that was exported as JSON.`);
  }
  return parseGraph(json);
}

export async function readGraphFile(file: File): Promise<GraphFile> {
  if (file.size > LARGEST_FILE) return refused('Expected at most 8 MB, but the file is larger.');
  return readGraphText(await file.text());
}
