import { graphJsonSchema } from '@baton/model';
import { Router } from 'express';
import { openApiDocument } from './openapi.ts';

/** What programs read about the API: its description, and the schema of a graph file. */
export function publicDocuments(version: string): Router {
  const router = Router();
  const openApi = JSON.stringify(openApiDocument(version));
  const graphSchema = JSON.stringify(graphJsonSchema());
  router.get('/openapi.json', (_request, response) => void response.type('application/json').send(openApi));
  router.get('/schemas/graph.v1.json', (_request, response) => void response.type('application/schema+json').send(graphSchema));
  return router;
}
