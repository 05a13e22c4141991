import { type ZodType, z } from 'zod'

/**
 * What a provider can be made to promise about the form of its answer. json_schema: OpenAI, vLLM, Ollama. json_object:
 * DeepSeek, which also wants the word JSON in the prompt. none: asked for in words only.
 */
export type AnswerFormat = 'json_schema' | 'json_object' | 'none'

const jsonSchemaOf = (schema: ZodType): Record<string, unknown> => {
  const { $schema, ...rest } = z.toJSONSchema(schema) as Record<string, unknown>
  return rest
}

export const responseFormat = (format: AnswerFormat, purpose: string, schema: ZodType) => {
  if (format === 'none') return {}
  if (format === 'json_object') return { response_format: { type: 'json_object' as const } }
  const name = purpose.replace(/[^A-Za-z0-9_-]/gu, '-').slice(0, 64)
  return {
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name, strict: true, schema: jsonSchemaOf(schema) },
    },
  }
}

/** Said in words to every provider: those that promise a form lose nothing by hearing it. */
export const formatInstruction = (schema: ZodType): string =>
  `Answer with one JSON object and nothing else, valid against this JSON Schema: ${JSON.stringify(jsonSchemaOf(schema))}`

export const correction = (problem: string): string =>
  `That answer was not accepted: ${problem}. Answer again with one JSON object that is valid against the schema, and nothing else.`
