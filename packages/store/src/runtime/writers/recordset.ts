/** A JSON parameter read as rows. */
export const recordset = (parameter: number, columns: string) => `jsonb_to_recordset($${parameter}::jsonb) AS r(${columns})`;
