import type { ErrorCode } from '@baton/contract';
import type { Values } from '@baton/engine';
import { checkForm, checkVariables, type Form, type Problem, type Process } from '@baton/model';
import { plainProblem } from '../../designer/plain-problem.ts';
import { HttpProblem } from '../http-problem.ts';

/** Variables that fit what the process declares, and the limits that hold for all. */
export function checkedVariables(process: Pick<Process, 'variables'>, values: Values): Values {
  refuse('variables-invalid', checkVariables(process.variables, values));
  return values;
}

/** A filled-in form: nothing that it doesn't ask for, and each field as its type and limits want it. */
export function checkedForm(form: Form, values: Values): Values {
  const expected = form.fields.filter((field) => !field.readOnly).map((field) => field.key);
  const unknown = Object.keys(values).filter((key) => !expected.includes(key));
  if (unknown.length > 0) {
    const detail = `Expected only the fields of the form (${expected.join(', ') || 'none'}), but found ${unknown.join(', ')}.`;
    throw new HttpProblem('form-invalid', detail, {
      expected,
      problems: unknown.map((path) => ({ code: 'field-unknown', severity: 'error', path, message: detail })),
    });
  }
  refuse('form-invalid', checkForm(form, values));
  return values;
}

function refuse(code: ErrorCode, problems: readonly Problem[]): void {
  const first = problems[0];
  if (first) throw new HttpProblem(code, first.message, { problems: problems.map(plainProblem) });
}
