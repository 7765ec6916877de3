import { Router } from 'express';
export const docsPage = () => Router();
