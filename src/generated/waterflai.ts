// Generated from openapi/waterflai.yaml by `npm run types`. Do not edit: change that file.
import type { EventStreamOf } from '../wire/event-stream.ts'
import { createEventReader, type ReadEvents } from '../wire/read-events.ts'

/** Every path with its operations: what `openapi-fetch` and its like take. */
export interface paths {
    "/execute_chatflow/{chatflow_id}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a chatflow and wait
         * @description Runs the published version of a chatflow and answers when it has ended, with its answer in the form of a chat completion. Meant for short runs. `query` takes one
         *     message or a whole conversation, since there is no id of a conversation.
         */
        post: operations["executeChatflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/execute_chatflow/{chatflow_id}/stream_execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a chatflow and follow it
         * @description Like running a chatflow and waiting, but answered at once with the events of the run, node by node, progress and output alike.
         */
        post: operations["streamChatflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/execute_workflow/{workflow_id}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a workflow and wait
         * @description Runs the published version of a workflow and answers when it has ended, with its final output and, optionally, details of its nodes.
         */
        post: operations["executeWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/execute_workflow/{chatflow_id}/stream_execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a workflow and follow it
         * @description Like running a workflow and waiting, but answered at once with the events of the run, node by node, progress and output alike.
         */
        post: operations["streamWorkflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{chatbot_id}/async": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a chatflow or workflow as a job
         * @description Queues a run of the published version and answers at once with the addresses by which it is asked for, followed and cancelled. Meant for runs that take long.
         */
        post: operations["startExecution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{execution_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask how a job stands
         * @description The present state of a job, and its result once there is one. Meant to be asked again and again.
         */
        get: operations["getExecution"];
        put?: never;
        post?: never;
        /**
         * Cancel a job
         * @description Cancels a job that is pending or running. One that is completed, failed or cancelled already cannot be cancelled.
         */
        delete: operations["cancelExecution"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/executions/{execution_id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a job
         * @description The live progress of a job. The server closes the stream when the job has ended.
         */
        get: operations["streamExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Talk to a simple chatbot
         * @description Answers a conversation by a simple chatbot, in the form that OpenAI's clients know; with `stream`, piece by piece. Not for chatflows and workflows. The key still
         *     stands in `X-API-Key`.
         */
        post: operations["createChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** What the API calls by itself. */
export type webhooks = Record<string, never>;
/** Everything that has a name in the document. */
export interface components {
    schemas: {
        /**
         * @description What a refusal looks like.
         * @example {
         *       "detail": "API key is missing or not valid."
         *     }
         */
        ErrorResponse: {
            /** @description What went wrong, for people. */
            detail: string;
        };
        /**
         * @description What a refusal is taken to look like where its body is not published.
         * @example {
         *       "detail": "The request cannot be served."
         *     }
         */
        AssumedErrorResponse: {
            /** @description What went wrong, for people. */
            detail: string;
        };
        /**
         * @description Id of a chatflow, workflow or simple chatbot.
         * @example cf_7d1f0c52
         */
        ChatbotId: string;
        /**
         * @description Id of a job.
         * @example 5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11
         */
        ExecutionId: string;
        /**
         * @description Id of a chat completion.
         * @example chatcmpl-9f2c41
         */
        CompletionId: string;
        /**
         * @description A time in seconds since 1970.
         * @example 1757926800
         */
        UnixTime: number;
        /**
         * Format: date-time
         * @description A time, if it has come.
         * @example 2025-09-15T09:10:00.900Z
         */
        OptionalTime: string | null;
        /**
         * @description How a job stands. `COMPLETED`, `FAILED` and `CANCELLED` are final.
         * @example RUNNING
         * @enum {string}
         */
        ExecutionStatus: "PENDING" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
        /**
         * @description What started the job; `CHATBOT` is the only value that is known.
         * @example CHATBOT
         */
        ExecutionSource: string;
        /**
         * @description Why the answer ended there. `model_length` and `error` are not among OpenAI's.
         * @example stop
         * @enum {string|null}
         */
        FinishReason: "stop" | "length" | "model_length" | "error" | "tool_calls" | null;
        /**
         * @description The inputs of one run.
         * @example {
         *       "input_data": {
         *         "query": "Which tariff includes weekend support?",
         *         "user_id": "user-123"
         *       }
         *     }
         */
        ExecutionRequest: {
            /** @description Values by the names of the flow's inputs. Every flow has the input `query`; its author may add others, and require them. */
            input_data?: {
                /** @description What the flow is asked, as one message or as a whole conversation. */
                query?: string | components["schemas"]["FlowChatMessage"][];
            } & {
                [key: string]: unknown;
            };
        };
        /**
         * @description One message of a conversation that a flow is given.
         * @example {
         *       "role": "user",
         *       "content": "Which tariff includes weekend support?"
         *     }
         */
        FlowChatMessage: {
            /**
             * @description Who says it.
             * @enum {string}
             */
            role: "user" | "assistant" | "system";
            /** @description What is said, as a text or in parts. */
            content: string | components["schemas"]["MessagePart"][];
        };
        /**
         * @description One part of a message.
         * @example {
         *       "type": "text",
         *       "text": "What is the total of this invoice?"
         *     }
         */
        MessagePart: components["schemas"]["TextPart"] | components["schemas"]["ImagePart"];
        /**
         * @description A text within a message.
         * @example {
         *       "type": "text",
         *       "text": "What is the total of this invoice?"
         *     }
         */
        TextPart: {
            /**
             * @description Kind of the part. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "text";
            /** @description The text. */
            text: string;
        };
        /**
         * @description An image within a message.
         * @example {
         *       "type": "image_url",
         *       "image_url": {
         *         "url": "https://files.flows.test/invoice.png"
         *       }
         *     }
         */
        ImagePart: {
            /**
             * @description Kind of the part. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "image_url";
            /** @description Where the image is; what is in it is not published. */
            image_url: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A conversation that a simple chatbot shall answer.
         * @example {
         *       "model": "bot_52c0e9d1",
         *       "messages": [
         *         {
         *           "role": "user",
         *           "content": "Why are there tides?"
         *         }
         *       ],
         *       "stream": true
         *     }
         */
        ChatCompletionRequest: {
            /** @description Id of a simple chatbot. */
            model: string;
            /** @description The conversation so far. */
            messages: components["schemas"]["ChatMessage"][];
            /**
             * @description Which conversation this belongs to.
             * @default UID
             */
            conversation_id?: string;
            /**
             * @description Whether to answer piece by piece.
             * @default false
             */
            stream?: boolean;
            /**
             * Format: float
             * @description How freely to choose words.
             * @default 0.7
             */
            temperature?: number;
            /**
             * Format: float
             * @description From which share of the likeliest words to choose.
             * @default 1
             */
            top_p?: number;
            /**
             * @description How many answers to give.
             * @default 1
             */
            n?: number;
            /**
             * @description How long an answer may be.
             * @default 4096
             */
            max_tokens?: number;
            /** @description Where to stop. */
            stop?: string | string[];
            /**
             * Format: float
             * @description How much to avoid what was said before.
             * @default 0
             */
            presence_penalty?: number;
            /**
             * Format: float
             * @description How much to avoid what was said often.
             * @default 0
             */
            frequency_penalty?: number;
        };
        /**
         * @description One message of a conversation with a simple chatbot.
         * @example {
         *       "role": "user",
         *       "content": "Why are there tides?"
         *     }
         */
        ChatMessage: {
            /**
             * @description Who says it.
             * @enum {string}
             */
            role: "system" | "user" | "assistant";
            /** @description What is said. */
            content: string;
        };
        /**
         * @description An answer in the form of OpenAI's chat completion.
         * @example {
         *       "id": "chatcmpl-9f2c41",
         *       "object": "chat.completion",
         *       "created": 1757926800,
         *       "model": "cf_7d1f0c52",
         *       "choices": [
         *         {
         *           "index": 0,
         *           "message": {
         *             "role": "assistant",
         *             "content": "Weekend support is part of the Business tariff. Starter customers can add it for a fee."
         *           },
         *           "finish_reason": "stop"
         *         }
         *       ],
         *       "usage": {
         *         "prompt_tokens": 412,
         *         "completion_tokens": 21,
         *         "total_tokens": 433
         *       }
         *     }
         */
        ChatCompletionResponse: {
            id: components["schemas"]["CompletionId"];
            /**
             * @description What this is.
             * @constant
             */
            object: "chat.completion";
            created: components["schemas"]["UnixTime"];
            /** @description Id of the chatflow or simple chatbot that answers, not the name of a language model. */
            model: components["schemas"]["ChatbotId"];
            /** @description The answers. */
            choices: components["schemas"]["ChatCompletionResponseChoice"][];
            usage?: components["schemas"]["UsageInfo"];
        };
        /**
         * @description One answer.
         * @example {
         *       "index": 0,
         *       "message": {
         *         "role": "assistant",
         *         "content": "Tides rise because the Moon pulls on the sea."
         *       },
         *       "finish_reason": "stop"
         *     }
         */
        ChatCompletionResponseChoice: {
            /** @description Which answer it is, from 0. */
            index?: number;
            message: components["schemas"]["ResponseChatMessage"];
            finish_reason: components["schemas"]["FinishReason"];
        };
        /**
         * @description What the chatflow or chatbot says.
         * @example {
         *       "role": "assistant",
         *       "content": "Tides rise because the Moon pulls on the sea."
         *     }
         */
        ResponseChatMessage: {
            /** @description Who says it: `assistant`. */
            role?: string;
            /** @description What is said. */
            content: string;
        };
        /**
         * @description What the answer took.
         * @example {
         *       "prompt_tokens": 412,
         *       "completion_tokens": 21,
         *       "total_tokens": 433
         *     }
         */
        UsageInfo: {
            /** @description Tokens that were read. */
            prompt_tokens?: number;
            /** @description Tokens that were written. */
            completion_tokens?: number;
            /** @description Both together. */
            total_tokens?: number;
        };
        /**
         * @description What a workflow put out, and optionally what each of its nodes did.
         * @example {
         *       "final_output": {
         *         "response": "Three product updates this week: faster exports, a new audit log, and lower token prices."
         *       }
         *     }
         */
        WorkflowResult: {
            /**
             * @description How the run ended.
             * @constant
             */
            status?: "COMPLETED";
            /** @description The final output; of a workflow that ends in an Output node `{"response": …}`. */
            final_output: {
                [key: string]: unknown;
            };
            /** @description What each node did, in the order of their starts. */
            node_executions?: components["schemas"]["NodeExecution"][];
        };
        /**
         * @description What one node did.
         * @example {
         *       "node_id": "input_1",
         *       "node_name": "Input",
         *       "status": "COMPLETED",
         *       "output": {
         *         "user_message": "Summarise https://files.flows.test/changelog"
         *       },
         *       "error_message": null,
         *       "started_at": "2025-09-15T09:10:00.905Z",
         *       "completed_at": "2025-09-15T09:10:00.915Z"
         *     }
         */
        NodeExecution: {
            /** @description Id of the node. */
            node_id?: string;
            /** @description Name of the node, as its author gave it. */
            node_name?: string;
            status?: components["schemas"]["ExecutionStatus"];
            /** @description Values by output port. */
            output?: {
                [key: string]: unknown;
            } | null;
            /** @description Why it failed, if it did. */
            error_message?: string | null;
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at?: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             */
            completed_at?: string | null;
        };
        /**
         * @description Where to ask for a job, to follow it and to cancel it. It has these four fields and no state.
         * @example {
         *       "execution_id": "5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11",
         *       "status_url": "https://api.waterflai.ai/v1/executions/5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11",
         *       "stream_url": "https://api.waterflai.ai/v1/executions/5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11/stream",
         *       "cancel_url": "https://api.waterflai.ai/v1/executions/5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11"
         *     }
         */
        AsyncExecutionStartResponse: {
            execution_id: components["schemas"]["ExecutionId"];
            /**
             * Format: uri
             * @description Where to ask how it stands.
             */
            status_url: string;
            /**
             * Format: uri
             * @description Where to follow it.
             */
            stream_url: string;
            /**
             * Format: uri
             * @description Where to cancel it, by DELETE.
             */
            cancel_url: string;
        };
        /**
         * @description How a job stands. Every field is published as optional.
         * @example {
         *       "execution_id": "5b0a4f6e-2f0c-4d53-9a5e-6a2f7f0e1c11",
         *       "status": "RUNNING",
         *       "progress": 25,
         *       "current_node": "webpage_scraper_1",
         *       "completed_nodes": 1,
         *       "total_nodes": 4
         *     }
         */
        AsyncExecutionStatusResponse: {
            execution_id: components["schemas"]["ExecutionId"];
            status: components["schemas"]["ExecutionStatus"];
            /**
             * Format: float
             * @description How much is done, in percent.
             */
            progress?: number;
            /** @description Id of the node that is at work. */
            current_node?: string | null;
            /** @description How many nodes are done. */
            completed_nodes?: number;
            /** @description How many nodes there are. */
            total_nodes?: number;
            /** @description The result, once the job is `COMPLETED`. */
            final_output?: {
                [key: string]: unknown;
            } | null;
            /** @description Why the job failed, when it is `FAILED`. */
            error_message?: string | null;
            /**
             * Format: date-time
             * @description When it was queued.
             */
            created_at?: string;
            started_at?: components["schemas"]["OptionalTime"];
            completed_at?: components["schemas"]["OptionalTime"];
            /** @description How often it was tried again. */
            retry_count?: number;
            execution_source?: components["schemas"]["ExecutionSource"];
            /** @description Whether it is to be removed. */
            is_temporary?: boolean;
            cleanup_after?: components["schemas"]["OptionalTime"];
        };
        /**
         * @description Whether a job was cancelled. Every field is published as optional.
         * @example {
         *       "execution_id": "c2d7e0b4-91f3-4c0e-8a6d-3f1b5d9e7702",
         *       "cancelled": true,
         *       "message": "Execution cancelled.",
         *       "previous_status": "RUNNING"
         *     }
         */
        AsyncExecutionCancelResponse: {
            execution_id?: components["schemas"]["ExecutionId"];
            /** @description Whether it worked. */
            cancelled?: boolean;
            /** @description The same, for people. */
            message?: string;
            previous_status?: components["schemas"]["ExecutionStatus"];
        };
        /**
         * @description One frame of the stream of a flow that is run at once.
         * @example {
         *       "data": "{\"type\": \"execution_started\", \"timestamp\": \"2025-09-15T09:00:00.160Z\"}"
         *     }
         */
        FlowStreamFrame: {
            /** @description One event as JSON. */
            data: string;
        };
        /**
         * @description One event of a flow that is run at once.
         * @example {
         *       "type": "execution_started",
         *       "timestamp": "2025-09-15T09:00:00.160Z"
         *     }
         */
        FlowStreamEvent: components["schemas"]["ExecutionStartedEvent"] | components["schemas"]["NodeStartedEvent"] | components["schemas"]["NodeCompletedEvent"] | components["schemas"]["ProgressUpdateEvent"] | components["schemas"]["ExecutionCompletedEvent"] | components["schemas"]["NodeFailedEvent"] | components["schemas"]["ExecutionFailedEvent"];
        /**
         * @description One frame of the stream of a job.
         * @example {
         *       "data": "{\"type\": \"progress_update\", \"progress\": 50.0}"
         *     }
         */
        ExecutionStreamFrame: {
            /** @description One event as JSON. */
            data: string;
        };
        /**
         * @description One event of a job.
         * @example {
         *       "type": "progress_update",
         *       "progress": 50
         *     }
         */
        ExecutionStreamEvent: components["schemas"]["ExecutionStartedEvent"] | components["schemas"]["NodeStartedEvent"] | components["schemas"]["NodeCompletedEvent"] | components["schemas"]["ProgressUpdateEvent"] | components["schemas"]["ExecutionCompletedEvent"] | components["schemas"]["NodeFailedEvent"] | components["schemas"]["ExecutionFailedEvent"] | components["schemas"]["ExecutionCancelledEvent"];
        /**
         * @description The run begins.
         * @example {
         *       "type": "execution_started",
         *       "timestamp": "2025-09-15T09:00:00.160Z"
         *     }
         */
        ExecutionStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "execution_started";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
        };
        /**
         * @description A node begins.
         * @example {
         *       "type": "node_started",
         *       "timestamp": "2025-09-15T09:00:00.174Z",
         *       "node_id": "input_1",
         *       "node_name": "Input"
         *     }
         */
        NodeStartedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "node_started";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
            /** @description Id of the node. */
            node_id?: string;
            /** @description Name of the node, as its author gave it. */
            node_name?: string;
        };
        /**
         * @description A node has ended.
         * @example {
         *       "type": "node_completed",
         *       "timestamp": "2025-09-15T09:00:00.183Z",
         *       "node_id": "input_1",
         *       "node_name": "Input",
         *       "output": {
         *         "user_message": "Which tariff includes weekend support?"
         *       }
         *     }
         */
        NodeCompletedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "node_completed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
            /** @description Id of the node. */
            node_id?: string;
            /** @description Name of the node, as its author gave it. */
            node_name?: string;
            /** @description Values by output port. */
            output?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description How far the run has come.
         * @example {
         *       "type": "progress_update",
         *       "progress": 50
         *     }
         */
        ProgressUpdateEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "progress_update";
            /** @description How much is done, in percent. */
            progress: number & unknown;
        };
        /**
         * @description The run has succeeded, and the stream ends.
         * @example {
         *       "type": "execution_completed",
         *       "timestamp": "2025-09-15T09:00:02.500Z",
         *       "final_output": {
         *         "response": "Weekend support is part of the Business tariff."
         *       }
         *     }
         */
        ExecutionCompletedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "execution_completed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
            /** @description The final output; of a flow that ends in an Output node `{"response": …}`. */
            final_output?: {
                [key: string]: unknown;
            };
        };
        /**
         * @description A node has failed.
         * @example {
         *       "type": "node_failed",
         *       "timestamp": "2025-09-15T09:05:03.411Z",
         *       "node_id": "api_request_1",
         *       "node_name": "Fetch invoice",
         *       "error_message": "API Request node \"Fetch invoice\" failed: upstream answered 503 Service Unavailable"
         *     }
         */
        NodeFailedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "node_failed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
            /** @description Id of the node. */
            node_id?: string;
            /** @description Name of the node, as its author gave it. */
            node_name?: string;
            /** @description Why it failed. */
            error_message?: string;
        };
        /**
         * @description The run has failed, and the stream ends.
         * @example {
         *       "type": "execution_failed",
         *       "timestamp": "2025-09-15T09:05:03.417Z",
         *       "error_message": "API Request node \"Fetch invoice\" failed: upstream answered 503 Service Unavailable"
         *     }
         */
        ExecutionFailedEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "execution_failed";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
            /** @description Why it failed. */
            error_message?: string;
        };
        /**
         * @description The job was cancelled, and the stream ends. Only jobs can be.
         * @example {
         *       "type": "execution_cancelled",
         *       "timestamp": "2025-09-15T09:20:02.530Z"
         *     }
         */
        ExecutionCancelledEvent: {
            /**
             * @description Name of the event. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "execution_cancelled";
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp?: string;
        };
        /**
         * @description One frame of a chat completion that comes piece by piece.
         * @example {
         *       "data": "{\"id\": \"chatcmpl-41be07\", \"object\": \"chat.completion.chunk\", \"created\": 1757928600, \"model\": \"bot_52c0e9d1\", \"choices\": [{\"index\": 0, \"delta\": {\"content\": \"Tides\"}, \"finish_reason\": null}]}"
         *     }
         */
        ChatStreamFrame: {
            /** @description One chunk as JSON. */
            data: string;
        };
        /**
         * @description One event of a chat completion that comes piece by piece. There is one kind.
         * @example {
         *       "id": "chatcmpl-41be07",
         *       "object": "chat.completion.chunk",
         *       "created": 1757928600,
         *       "model": "bot_52c0e9d1",
         *       "choices": [
         *         {
         *           "index": 0,
         *           "delta": {
         *             "content": "Tides"
         *           },
         *           "finish_reason": null
         *         }
         *       ]
         *     }
         */
        ChatStreamEvent: components["schemas"]["ChatCompletionChunk"];
        /**
         * @description A piece of an answer.
         * @example {
         *       "id": "chatcmpl-41be07",
         *       "object": "chat.completion.chunk",
         *       "created": 1757928600,
         *       "model": "bot_52c0e9d1",
         *       "choices": [
         *         {
         *           "index": 0,
         *           "delta": {
         *             "content": "Tides"
         *           },
         *           "finish_reason": null
         *         }
         *       ]
         *     }
         */
        ChatCompletionChunk: {
            /** @description Id of the chat completion, the same in all its chunks. */
            id?: string;
            /**
             * @description What this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            object: "chat.completion.chunk";
            /** @description When it was begun, in seconds since 1970. */
            created?: number;
            /** @description Id of the simple chatbot. */
            model?: string;
            /** @description Pieces of the answers. */
            choices?: components["schemas"]["ChunkChoice"][];
        };
        /**
         * @description A piece of one answer.
         * @example {
         *       "index": 0,
         *       "delta": {
         *         "content": "Tides"
         *       },
         *       "finish_reason": null
         *     }
         */
        ChunkChoice: {
            /** @description Which answer it belongs to, from 0. */
            index?: number;
            delta?: components["schemas"]["StreamDelta"];
            /**
             * @description Why the answer ended there; null as long as it goes on.
             * @enum {string|null}
             */
            finish_reason?: "stop" | "length" | "model_length" | "error" | "tool_calls" | null;
        };
        /**
         * @description What a piece adds to the message.
         * @example {
         *       "role": "assistant",
         *       "content": ""
         *     }
         */
        StreamDelta: {
            /**
             * @description Who speaks; mostly told once, at the beginning.
             * @enum {string}
             */
            role?: "assistant";
            /** @description The text that is added. */
            content?: string | null;
        };
    };
    responses: {
        /** @description The run was started; its events follow, and may well tell of a failure. */
        FlowEvents: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/event-stream": EventStreamOf<components["schemas"]["FlowStreamEvent"]>;
            };
        };
        /** @description The key is missing or not valid; both are answered alike. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such flow, it is of the other kind, or it was never published. */
        FlowNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description There is no such chatflow or workflow. */
        ChatbotNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such job. */
        ExecutionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description There is no such simple chatbot. */
        SimpleChatbotNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description The body is no JSON, no object, has an `input_data` that is none, or lacks an input that the flow requires, such as `query`. */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description The body is no JSON, no object, or lacks a required field. */
        CompletionUnprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description A node failed, or the server did. */
        RunFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description The server failed. */
        ServerFault: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
        /** @description Any other failure. */
        OtherFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["AssumedErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description Id of a chatflow. */
        ChatflowId: string;
        /** @description Id of a job. */
        ExecutionIdPath: string;
    };
    requestBodies: {
        /** @description The inputs of the chatflow. */
        RunChatflow: {
            content: {
                "application/json": components["schemas"]["ExecutionRequest"];
            };
        };
        /** @description The inputs of the flow. */
        RunWorkflow: {
            content: {
                "application/json": components["schemas"]["ExecutionRequest"];
            };
        };
    };
    headers: never;
    pathItems: never;
}
/** What a refusal looks like. */
export type ErrorResponse = components['schemas']['ErrorResponse'];
/** What a refusal is taken to look like where its body is not published. */
export type AssumedErrorResponse = components['schemas']['AssumedErrorResponse'];
/** Id of a chatflow, workflow or simple chatbot. */
export type ChatbotId = components['schemas']['ChatbotId'];
/** Id of a job. */
export type ExecutionId = components['schemas']['ExecutionId'];
/** Id of a chat completion. */
export type CompletionId = components['schemas']['CompletionId'];
/** A time in seconds since 1970. */
export type UnixTime = components['schemas']['UnixTime'];
/** A time, if it has come. */
export type OptionalTime = components['schemas']['OptionalTime'];
/** How a job stands. `COMPLETED`, `FAILED` and `CANCELLED` are final. */
export type ExecutionStatus = components['schemas']['ExecutionStatus'];
/** What started the job; `CHATBOT` is the only value that is known. */
export type ExecutionSource = components['schemas']['ExecutionSource'];
/** Why the answer ended there. `model_length` and `error` are not among OpenAI's. */
export type FinishReason = components['schemas']['FinishReason'];
/** The inputs of one run. */
export type ExecutionRequest = components['schemas']['ExecutionRequest'];
/** One message of a conversation that a flow is given. */
export type FlowChatMessage = components['schemas']['FlowChatMessage'];
/** One part of a message. */
export type MessagePart = components['schemas']['MessagePart'];
/** A text within a message. */
export type TextPart = components['schemas']['TextPart'];
/** An image within a message. */
export type ImagePart = components['schemas']['ImagePart'];
/** A conversation that a simple chatbot shall answer. */
export type ChatCompletionRequest = components['schemas']['ChatCompletionRequest'];
/** One message of a conversation with a simple chatbot. */
export type ChatMessage = components['schemas']['ChatMessage'];
/** An answer in the form of OpenAI's chat completion. */
export type ChatCompletionResponse = components['schemas']['ChatCompletionResponse'];
/** One answer. */
export type ChatCompletionResponseChoice = components['schemas']['ChatCompletionResponseChoice'];
/** What the chatflow or chatbot says. */
export type ResponseChatMessage = components['schemas']['ResponseChatMessage'];
/** What the answer took. */
export type UsageInfo = components['schemas']['UsageInfo'];
/** What a workflow put out, and optionally what each of its nodes did. */
export type WorkflowResult = components['schemas']['WorkflowResult'];
/** What one node did. */
export type NodeExecution = components['schemas']['NodeExecution'];
/** Where to ask for a job, to follow it and to cancel it. It has these four fields and no state. */
export type AsyncExecutionStartResponse = components['schemas']['AsyncExecutionStartResponse'];
/** How a job stands. Every field is published as optional. */
export type AsyncExecutionStatusResponse = components['schemas']['AsyncExecutionStatusResponse'];
/** Whether a job was cancelled. Every field is published as optional. */
export type AsyncExecutionCancelResponse = components['schemas']['AsyncExecutionCancelResponse'];
/** One frame of the stream of a flow that is run at once. */
export type FlowStreamFrame = components['schemas']['FlowStreamFrame'];
/** One event of a flow that is run at once. */
export type FlowStreamEvent = components['schemas']['FlowStreamEvent'];
/** One frame of the stream of a job. */
export type ExecutionStreamFrame = components['schemas']['ExecutionStreamFrame'];
/** One event of a job. */
export type ExecutionStreamEvent = components['schemas']['ExecutionStreamEvent'];
/** The run begins. */
export type ExecutionStartedEvent = components['schemas']['ExecutionStartedEvent'];
/** A node begins. */
export type NodeStartedEvent = components['schemas']['NodeStartedEvent'];
/** A node has ended. */
export type NodeCompletedEvent = components['schemas']['NodeCompletedEvent'];
/** How far the run has come. */
export type ProgressUpdateEvent = components['schemas']['ProgressUpdateEvent'];
/** The run has succeeded, and the stream ends. */
export type ExecutionCompletedEvent = components['schemas']['ExecutionCompletedEvent'];
/** A node has failed. */
export type NodeFailedEvent = components['schemas']['NodeFailedEvent'];
/** The run has failed, and the stream ends. */
export type ExecutionFailedEvent = components['schemas']['ExecutionFailedEvent'];
/** The job was cancelled, and the stream ends. Only jobs can be. */
export type ExecutionCancelledEvent = components['schemas']['ExecutionCancelledEvent'];
/** One frame of a chat completion that comes piece by piece. */
export type ChatStreamFrame = components['schemas']['ChatStreamFrame'];
/** One event of a chat completion that comes piece by piece. There is one kind. */
export type ChatStreamEvent = components['schemas']['ChatStreamEvent'];
/** A piece of an answer. */
export type ChatCompletionChunk = components['schemas']['ChatCompletionChunk'];
/** A piece of one answer. */
export type ChunkChoice = components['schemas']['ChunkChoice'];
/** What a piece adds to the message. */
export type StreamDelta = components['schemas']['StreamDelta'];
export type ResponseFlowEvents = components['responses']['FlowEvents'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseFlowNotFound = components['responses']['FlowNotFound'];
export type ResponseChatbotNotFound = components['responses']['ChatbotNotFound'];
export type ResponseExecutionNotFound = components['responses']['ExecutionNotFound'];
export type ResponseSimpleChatbotNotFound = components['responses']['SimpleChatbotNotFound'];
export type ResponseUnprocessable = components['responses']['Unprocessable'];
export type ResponseCompletionUnprocessable = components['responses']['CompletionUnprocessable'];
export type ResponseRunFailed = components['responses']['RunFailed'];
export type ResponseServerFault = components['responses']['ServerFault'];
export type ResponseOtherFailure = components['responses']['OtherFailure'];
export type ParameterChatflowId = components['parameters']['ChatflowId'];
export type ParameterExecutionIdPath = components['parameters']['ExecutionIdPath'];
export type RequestBodyRunChatflow = components['requestBodies']['RunChatflow'];
export type RequestBodyRunWorkflow = components['requestBodies']['RunWorkflow'];
/** Definitions of the document outside its components. */
export type $defs = Record<string, never>;
/** Every operation by its id. */
export interface operations {
    executeChatflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a chatflow. */
                chatflow_id: components["parameters"]["ChatflowId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunChatflow"];
        responses: {
            /** @description The run has ended; the answer of the chatflow. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletionResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["RunFailed"];
            default: components["responses"]["OtherFailure"];
        };
    };
    streamChatflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a chatflow. */
                chatflow_id: components["parameters"]["ChatflowId"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunChatflow"];
        responses: {
            200: components["responses"]["FlowEvents"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    executeWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a workflow. */
                workflow_id: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunWorkflow"];
        responses: {
            /** @description The run has ended; what the workflow put out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowResult"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["RunFailed"];
            default: components["responses"]["OtherFailure"];
        };
    };
    streamWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a workflow, in spite of the parameter's name. */
                chatflow_id: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunWorkflow"];
        responses: {
            200: components["responses"]["FlowEvents"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["FlowNotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    startExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a chatflow or workflow. */
                chatbot_id: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["RunWorkflow"];
        responses: {
            /** @description The job is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncExecutionStartResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ChatbotNotFound"];
            422: components["responses"]["Unprocessable"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    getExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a job. */
                execution_id: components["parameters"]["ExecutionIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncExecutionStatusResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ExecutionNotFound"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    cancelExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a job. */
                execution_id: components["parameters"]["ExecutionIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the job was cancelled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AsyncExecutionCancelResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ExecutionNotFound"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    streamExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of a job. */
                execution_id: components["parameters"]["ExecutionIdPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events of the job, as they happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": EventStreamOf<components["schemas"]["ExecutionStreamEvent"]>;
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["ExecutionNotFound"];
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
    createChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The chatbot, the conversation so far, and how to answer. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatCompletionRequest"];
            };
        };
        responses: {
            /** @description The answer, as a whole or piece by piece, as `stream` asks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatCompletionResponse"];
                    "text/event-stream": EventStreamOf<components["schemas"]["ChatStreamEvent"]>;
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SimpleChatbotNotFound"];
            422: components["responses"]["CompletionUnprocessable"];
            /** @description The inference failed inside the platform, which has tried again already. The odd status keeps clients from doing so, too. */
            499: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssumedErrorResponse"];
                };
            };
            500: components["responses"]["ServerFault"];
            default: components["responses"]["OtherFailure"];
        };
    };
}

/** Every event that a stream of this API may carry; `switch` on its name to narrow it. */
export type StreamEvent = FlowStreamEvent | ExecutionStreamEvent | ChatStreamEvent

/** Reads a stream of this API as it arrives: `for await (const event of readEvents(response))`. */
export const readEvents: ReadEvents<StreamEvent> = createEventReader<StreamEvent>("sse")

/** Reads a stream of `FlowStreamEvent`. */
export const readFlowEvents: ReadEvents<FlowStreamEvent> = createEventReader<FlowStreamEvent>("sse")

/** Reads a stream of `ExecutionStreamEvent`. */
export const readExecutionEvents: ReadEvents<ExecutionStreamEvent> = createEventReader<ExecutionStreamEvent>("sse")

/** Reads a stream of `ChatStreamEvent`. */
export const readChatEvents: ReadEvents<ChatStreamEvent> = createEventReader<ChatStreamEvent>("sse")
