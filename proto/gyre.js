/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const gyre = $root.gyre = (() => {

    /**
     * Namespace gyre.
     * @exports gyre
     * @namespace
     */
    const gyre = {};

    gyre.Packet = (function() {

        /**
         * Properties of a Packet.
         * @typedef {Object} gyre.Packet.$Properties
         * @property {number|null} [label] Packet label
         * @property {Uint8Array|null} [from] Packet from
         * @property {number|null} [viewLow] Packet viewLow
         * @property {number|null} [viewHigh] Packet viewHigh
         * @property {gyre.Ping.$Properties|null} [ping] Packet ping
         * @property {gyre.Ack.$Properties|null} [ack] Packet ack
         * @property {gyre.PingReq.$Properties|null} [pingReq] Packet pingReq
         * @property {gyre.Nack.$Properties|null} [nack] Packet nack
         * @property {Uint8Array|null} [message] Packet message
         * @property {Array.<gyre.Update.$Properties>|null} [updates] Packet updates
         * @property {"ping"|"ack"|"pingReq"|"nack"|"message"} [body] Packet body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Packet.
         * @memberof gyre
         * @interface IPacket
         * @augments gyre.Packet.$Properties
         * @deprecated Use gyre.Packet.$Properties instead.
         */

        /**
         * Narrowed shape of a Packet.
         * @typedef {{
         *   label?: number|null;
         *   from?: Uint8Array|null;
         *   viewLow?: number|null;
         *   viewHigh?: number|null;
         *   ping?: gyre.Ping.$Shape|null;
         *   ack?: gyre.Ack.$Shape|null;
         *   pingReq?: gyre.PingReq.$Shape|null;
         *   nack?: gyre.Nack.$Shape|null;
         *   message?: Uint8Array|null;
         *   updates?: Array.<gyre.Update.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; ping?: null; ack?: null; pingReq?: null; nack?: null; message?: null }|{ body?: "ping"; ping: gyre.Ping.$Shape; ack?: null; pingReq?: null; nack?: null; message?: null }|{ body?: "ack"; ping?: null; ack: gyre.Ack.$Shape; pingReq?: null; nack?: null; message?: null }|{ body?: "pingReq"; ping?: null; ack?: null; pingReq: gyre.PingReq.$Shape; nack?: null; message?: null }|{ body?: "nack"; ping?: null; ack?: null; pingReq?: null; nack: gyre.Nack.$Shape; message?: null }|{ body?: "message"; ping?: null; ack?: null; pingReq?: null; nack?: null; message: Uint8Array })
         * )} gyre.Packet.$Shape
         */

        /**
         * Constructs a new Packet.
         * @memberof gyre
         * @classdesc Represents a Packet.
         * @constructor
         * @param {gyre.Packet.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Packet = function (properties) {
            this.updates = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Packet label.
         * @member {number} label
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.label = 0;

        /**
         * Packet from.
         * @member {Uint8Array} from
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.from = $util.newBuffer([]);

        /**
         * Packet viewLow.
         * @member {number} viewLow
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.viewLow = 0;

        /**
         * Packet viewHigh.
         * @member {number} viewHigh
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.viewHigh = 0;

        /**
         * Packet ping.
         * @member {gyre.Ping.$Properties|null|undefined} ping
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.ping = null;

        /**
         * Packet ack.
         * @member {gyre.Ack.$Properties|null|undefined} ack
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.ack = null;

        /**
         * Packet pingReq.
         * @member {gyre.PingReq.$Properties|null|undefined} pingReq
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.pingReq = null;

        /**
         * Packet nack.
         * @member {gyre.Nack.$Properties|null|undefined} nack
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.nack = null;

        /**
         * Packet message.
         * @member {Uint8Array|null|undefined} message
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.message = null;

        /**
         * Packet updates.
         * @member {Array.<gyre.Update.$Properties>} updates
         * @memberof gyre.Packet
         * @instance
         */
        Packet.prototype.updates = $util.emptyArray;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Packet body.
         * @member {"ping"|"ack"|"pingReq"|"nack"|"message"|undefined} body
         * @memberof gyre.Packet
         * @instance
         */
        $Object.defineProperty(Packet.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["ping", "ack", "pingReq", "nack", "message"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Packet instance using the specified properties.
         * @function create
         * @memberof gyre.Packet
         * @static
         * @param {gyre.Packet.$Properties=} [properties] Properties to set
         * @returns {gyre.Packet} Packet instance
         * @type {{
         *   (properties: gyre.Packet.$Shape): gyre.Packet & gyre.Packet.$Shape;
         *   (properties?: gyre.Packet.$Properties): gyre.Packet;
         * }}
         */
        Packet.create = function(properties) {
            return new Packet(properties);
        };

        /**
         * Encodes the specified Packet message. Does not implicitly {@link gyre.Packet.verify|verify} messages.
         * @function encode
         * @memberof gyre.Packet
         * @static
         * @param {gyre.Packet.$Properties} message Packet message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Packet.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== 0)
                writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.label);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.from);
            if (message.viewLow != null && $Object.hasOwnProperty.call(message, "viewLow") && message.viewLow !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.viewLow);
            if (message.viewHigh != null && $Object.hasOwnProperty.call(message, "viewHigh") && message.viewHigh !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.viewHigh);
            if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                $root.gyre.Ping.encode(message.ping, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                $root.gyre.Ack.encode(message.ack, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.pingReq != null && $Object.hasOwnProperty.call(message, "pingReq"))
                $root.gyre.PingReq.encode(message.pingReq, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.nack != null && $Object.hasOwnProperty.call(message, "nack"))
                $root.gyre.Nack.encode(message.nack, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.updates != null && message.updates.length)
                for (let i = 0; i < message.updates.length; ++i)
                    $root.gyre.Update.encode(message.updates[i], writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Packet message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Packet
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Packet & gyre.Packet.$Shape} Packet
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Packet.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Packet();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.label = value;
                        else
                            delete message.label;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.viewLow = value;
                        else
                            delete message.viewLow;
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.viewHigh = value;
                        else
                            delete message.viewHigh;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.ping = $root.gyre.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                        message.body = "ping";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.ack = $root.gyre.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                        message.body = "ack";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.pingReq = $root.gyre.PingReq.decode(reader, reader.size(), $undefined, _depth + 1, message.pingReq);
                        message.body = "pingReq";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.nack = $root.gyre.Nack.decode(reader, reader.size(), $undefined, _depth + 1, message.nack);
                        message.body = "nack";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.message = reader.bytes();
                        message.body = "message";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if (!(message.updates && message.updates.length))
                            message.updates = [];
                        message.updates.push($root.gyre.Update.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Packet;
    })();

    gyre.Ping = (function() {

        /**
         * Properties of a Ping.
         * @typedef {Object} gyre.Ping.$Properties
         * @property {number|null} [sequence] Ping sequence
         * @property {Uint8Array|null} [target] Ping target
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Ping.
         * @memberof gyre
         * @interface IPing
         * @augments gyre.Ping.$Properties
         * @deprecated Use gyre.Ping.$Properties instead.
         */

        /**
         * Shape of a Ping.
         * @typedef {gyre.Ping.$Properties} gyre.Ping.$Shape
         */

        /**
         * Constructs a new Ping.
         * @memberof gyre
         * @classdesc Represents a Ping.
         * @constructor
         * @param {gyre.Ping.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ping = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ping sequence.
         * @member {number} sequence
         * @memberof gyre.Ping
         * @instance
         */
        Ping.prototype.sequence = 0;

        /**
         * Ping target.
         * @member {Uint8Array} target
         * @memberof gyre.Ping
         * @instance
         */
        Ping.prototype.target = $util.newBuffer([]);

        /**
         * Creates a new Ping instance using the specified properties.
         * @function create
         * @memberof gyre.Ping
         * @static
         * @param {gyre.Ping.$Properties=} [properties] Properties to set
         * @returns {gyre.Ping} Ping instance
         * @type {{
         *   (properties: gyre.Ping.$Shape): gyre.Ping & gyre.Ping.$Shape;
         *   (properties?: gyre.Ping.$Properties): gyre.Ping;
         * }}
         */
        Ping.create = function(properties) {
            return new Ping(properties);
        };

        /**
         * Encodes the specified Ping message. Does not implicitly {@link gyre.Ping.verify|verify} messages.
         * @function encode
         * @memberof gyre.Ping
         * @static
         * @param {gyre.Ping.$Properties} message Ping message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ping.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.target);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Ping message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Ping
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Ping & gyre.Ping.$Shape} Ping
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ping.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Ping();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.target = value;
                        else
                            delete message.target;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ping;
    })();

    gyre.Ack = (function() {

        /**
         * Properties of an Ack.
         * @typedef {Object} gyre.Ack.$Properties
         * @property {number|null} [sequence] Ack sequence
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Ack.
         * @memberof gyre
         * @interface IAck
         * @augments gyre.Ack.$Properties
         * @deprecated Use gyre.Ack.$Properties instead.
         */

        /**
         * Shape of an Ack.
         * @typedef {gyre.Ack.$Properties} gyre.Ack.$Shape
         */

        /**
         * Constructs a new Ack.
         * @memberof gyre
         * @classdesc Represents an Ack.
         * @constructor
         * @param {gyre.Ack.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ack = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ack sequence.
         * @member {number} sequence
         * @memberof gyre.Ack
         * @instance
         */
        Ack.prototype.sequence = 0;

        /**
         * Creates a new Ack instance using the specified properties.
         * @function create
         * @memberof gyre.Ack
         * @static
         * @param {gyre.Ack.$Properties=} [properties] Properties to set
         * @returns {gyre.Ack} Ack instance
         * @type {{
         *   (properties: gyre.Ack.$Shape): gyre.Ack & gyre.Ack.$Shape;
         *   (properties?: gyre.Ack.$Properties): gyre.Ack;
         * }}
         */
        Ack.create = function(properties) {
            return new Ack(properties);
        };

        /**
         * Encodes the specified Ack message. Does not implicitly {@link gyre.Ack.verify|verify} messages.
         * @function encode
         * @memberof gyre.Ack
         * @static
         * @param {gyre.Ack.$Properties} message Ack message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ack.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Ack message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Ack
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Ack & gyre.Ack.$Shape} Ack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ack.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Ack();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ack;
    })();

    gyre.PingReq = (function() {

        /**
         * Properties of a PingReq.
         * @typedef {Object} gyre.PingReq.$Properties
         * @property {number|null} [sequence] PingReq sequence
         * @property {Uint8Array|null} [target] PingReq target
         * @property {number|null} [budgetMs] PingReq budgetMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PingReq.
         * @memberof gyre
         * @interface IPingReq
         * @augments gyre.PingReq.$Properties
         * @deprecated Use gyre.PingReq.$Properties instead.
         */

        /**
         * Shape of a PingReq.
         * @typedef {gyre.PingReq.$Properties} gyre.PingReq.$Shape
         */

        /**
         * Constructs a new PingReq.
         * @memberof gyre
         * @classdesc Represents a PingReq.
         * @constructor
         * @param {gyre.PingReq.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PingReq = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PingReq sequence.
         * @member {number} sequence
         * @memberof gyre.PingReq
         * @instance
         */
        PingReq.prototype.sequence = 0;

        /**
         * PingReq target.
         * @member {Uint8Array} target
         * @memberof gyre.PingReq
         * @instance
         */
        PingReq.prototype.target = $util.newBuffer([]);

        /**
         * PingReq budgetMs.
         * @member {number} budgetMs
         * @memberof gyre.PingReq
         * @instance
         */
        PingReq.prototype.budgetMs = 0;

        /**
         * Creates a new PingReq instance using the specified properties.
         * @function create
         * @memberof gyre.PingReq
         * @static
         * @param {gyre.PingReq.$Properties=} [properties] Properties to set
         * @returns {gyre.PingReq} PingReq instance
         * @type {{
         *   (properties: gyre.PingReq.$Shape): gyre.PingReq & gyre.PingReq.$Shape;
         *   (properties?: gyre.PingReq.$Properties): gyre.PingReq;
         * }}
         */
        PingReq.create = function(properties) {
            return new PingReq(properties);
        };

        /**
         * Encodes the specified PingReq message. Does not implicitly {@link gyre.PingReq.verify|verify} messages.
         * @function encode
         * @memberof gyre.PingReq
         * @static
         * @param {gyre.PingReq.$Properties} message PingReq message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PingReq.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.target);
            if (message.budgetMs != null && $Object.hasOwnProperty.call(message, "budgetMs") && message.budgetMs !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.budgetMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PingReq message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.PingReq
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.PingReq & gyre.PingReq.$Shape} PingReq
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PingReq.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.PingReq();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.target = value;
                        else
                            delete message.target;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.budgetMs = value;
                        else
                            delete message.budgetMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PingReq;
    })();

    gyre.Nack = (function() {

        /**
         * Properties of a Nack.
         * @typedef {Object} gyre.Nack.$Properties
         * @property {number|null} [sequence] Nack sequence
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Nack.
         * @memberof gyre
         * @interface INack
         * @augments gyre.Nack.$Properties
         * @deprecated Use gyre.Nack.$Properties instead.
         */

        /**
         * Shape of a Nack.
         * @typedef {gyre.Nack.$Properties} gyre.Nack.$Shape
         */

        /**
         * Constructs a new Nack.
         * @memberof gyre
         * @classdesc Represents a Nack.
         * @constructor
         * @param {gyre.Nack.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Nack = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Nack sequence.
         * @member {number} sequence
         * @memberof gyre.Nack
         * @instance
         */
        Nack.prototype.sequence = 0;

        /**
         * Creates a new Nack instance using the specified properties.
         * @function create
         * @memberof gyre.Nack
         * @static
         * @param {gyre.Nack.$Properties=} [properties] Properties to set
         * @returns {gyre.Nack} Nack instance
         * @type {{
         *   (properties: gyre.Nack.$Shape): gyre.Nack & gyre.Nack.$Shape;
         *   (properties?: gyre.Nack.$Properties): gyre.Nack;
         * }}
         */
        Nack.create = function(properties) {
            return new Nack(properties);
        };

        /**
         * Encodes the specified Nack message. Does not implicitly {@link gyre.Nack.verify|verify} messages.
         * @function encode
         * @memberof gyre.Nack
         * @static
         * @param {gyre.Nack.$Properties} message Nack message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Nack.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.sequence);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Nack message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Nack
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Nack & gyre.Nack.$Shape} Nack
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Nack.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Nack();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Nack;
    })();

    gyre.Update = (function() {

        /**
         * Properties of an Update.
         * @typedef {Object} gyre.Update.$Properties
         * @property {number|null} [word] Update word
         * @property {Uint8Array|null} [id] Update id
         * @property {Uint8Array|null} [endpoint] Update endpoint
         * @property {Uint8Array|null} [meta] Update meta
         * @property {number|null} [accuser] Update accuser
         * @property {boolean|null} [degraded] Update degraded
         * @property {Uint8Array|null} [proof] Update proof
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Update.
         * @memberof gyre
         * @interface IUpdate
         * @augments gyre.Update.$Properties
         * @deprecated Use gyre.Update.$Properties instead.
         */

        /**
         * Shape of an Update.
         * @typedef {gyre.Update.$Properties} gyre.Update.$Shape
         */

        /**
         * Constructs a new Update.
         * @memberof gyre
         * @classdesc Represents an Update.
         * @constructor
         * @param {gyre.Update.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Update = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Update word.
         * @member {number} word
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.word = 0;

        /**
         * Update id.
         * @member {Uint8Array} id
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.id = $util.newBuffer([]);

        /**
         * Update endpoint.
         * @member {Uint8Array} endpoint
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.endpoint = $util.newBuffer([]);

        /**
         * Update meta.
         * @member {Uint8Array} meta
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.meta = $util.newBuffer([]);

        /**
         * Update accuser.
         * @member {number} accuser
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.accuser = 0;

        /**
         * Update degraded.
         * @member {boolean} degraded
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.degraded = false;

        /**
         * Update proof.
         * @member {Uint8Array} proof
         * @memberof gyre.Update
         * @instance
         */
        Update.prototype.proof = $util.newBuffer([]);

        /**
         * Creates a new Update instance using the specified properties.
         * @function create
         * @memberof gyre.Update
         * @static
         * @param {gyre.Update.$Properties=} [properties] Properties to set
         * @returns {gyre.Update} Update instance
         * @type {{
         *   (properties: gyre.Update.$Shape): gyre.Update & gyre.Update.$Shape;
         *   (properties?: gyre.Update.$Properties): gyre.Update;
         * }}
         */
        Update.create = function(properties) {
            return new Update(properties);
        };

        /**
         * Encodes the specified Update message. Does not implicitly {@link gyre.Update.verify|verify} messages.
         * @function encode
         * @memberof gyre.Update
         * @static
         * @param {gyre.Update.$Properties} message Update message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Update.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.word != null && $Object.hasOwnProperty.call(message, "word") && message.word !== 0)
                writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.word);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.id);
            if (message.endpoint != null && $Object.hasOwnProperty.call(message, "endpoint") && message.endpoint.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.endpoint);
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta") && message.meta.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.meta);
            if (message.accuser != null && $Object.hasOwnProperty.call(message, "accuser") && message.accuser !== 0)
                writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.accuser);
            if (message.degraded != null && $Object.hasOwnProperty.call(message, "degraded") && message.degraded !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.degraded);
            if (message.proof != null && $Object.hasOwnProperty.call(message, "proof") && message.proof.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.proof);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Update message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Update
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Update & gyre.Update.$Shape} Update
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Update.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Update();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.word = value;
                        else
                            delete message.word;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.endpoint = value;
                        else
                            delete message.endpoint;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.meta = value;
                        else
                            delete message.meta;
                        continue;
                    }
                case 5: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.accuser = value;
                        else
                            delete message.accuser;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.degraded = value;
                        else
                            delete message.degraded;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.proof = value;
                        else
                            delete message.proof;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Update;
    })();

    gyre.StreamMessage = (function() {

        /**
         * Properties of a StreamMessage.
         * @typedef {Object} gyre.StreamMessage.$Properties
         * @property {gyre.SyncOffer.$Properties|null} [offer] StreamMessage offer
         * @property {gyre.SyncAnswer.$Properties|null} [answer] StreamMessage answer
         * @property {gyre.SyncClose.$Properties|null} [close] StreamMessage close
         * @property {gyre.Ping.$Properties|null} [ping] StreamMessage ping
         * @property {gyre.Ack.$Properties|null} [ack] StreamMessage ack
         * @property {gyre.KeyChange.$Properties|null} [keyChange] StreamMessage keyChange
         * @property {gyre.KeyDone.$Properties|null} [keyDone] StreamMessage keyDone
         * @property {gyre.Watch.$Properties|null} [watch] StreamMessage watch
         * @property {gyre.Watching.$Properties|null} [watching] StreamMessage watching
         * @property {gyre.ChannelOpen.$Properties|null} [channelOpen] StreamMessage channelOpen
         * @property {gyre.ChannelOpened.$Properties|null} [channelOpened] StreamMessage channelOpened
         * @property {gyre.Call.$Properties|null} [call] StreamMessage call
         * @property {gyre.Reply.$Properties|null} [reply] StreamMessage reply
         * @property {gyre.Cancel.$Properties|null} [cancel] StreamMessage cancel
         * @property {gyre.Ask.$Properties|null} [ask] StreamMessage ask
         * @property {gyre.Told.$Properties|null} [told] StreamMessage told
         * @property {"offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"|"channelOpen"|"channelOpened"|"call"|"reply"|"cancel"|"ask"|"told"} [body] StreamMessage body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StreamMessage.
         * @memberof gyre
         * @interface IStreamMessage
         * @augments gyre.StreamMessage.$Properties
         * @deprecated Use gyre.StreamMessage.$Properties instead.
         */

        /**
         * Narrowed shape of a StreamMessage.
         * @typedef {{
         *   offer?: gyre.SyncOffer.$Shape|null;
         *   answer?: gyre.SyncAnswer.$Shape|null;
         *   close?: gyre.SyncClose.$Shape|null;
         *   ping?: gyre.Ping.$Shape|null;
         *   ack?: gyre.Ack.$Shape|null;
         *   keyChange?: gyre.KeyChange.$Shape|null;
         *   keyDone?: gyre.KeyDone.$Shape|null;
         *   watch?: gyre.Watch.$Shape|null;
         *   watching?: gyre.Watching.$Shape|null;
         *   channelOpen?: gyre.ChannelOpen.$Shape|null;
         *   channelOpened?: gyre.ChannelOpened.$Shape|null;
         *   call?: gyre.Call.$Shape|null;
         *   reply?: gyre.Reply.$Shape|null;
         *   cancel?: gyre.Cancel.$Shape|null;
         *   ask?: gyre.Ask.$Shape|null;
         *   told?: gyre.Told.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "offer"; offer: gyre.SyncOffer.$Shape; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "answer"; offer?: null; answer: gyre.SyncAnswer.$Shape; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "close"; offer?: null; answer?: null; close: gyre.SyncClose.$Shape; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "ping"; offer?: null; answer?: null; close?: null; ping: gyre.Ping.$Shape; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "ack"; offer?: null; answer?: null; close?: null; ping?: null; ack: gyre.Ack.$Shape; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "keyChange"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange: gyre.KeyChange.$Shape; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "keyDone"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone: gyre.KeyDone.$Shape; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "watch"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch: gyre.Watch.$Shape; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "watching"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching: gyre.Watching.$Shape; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "channelOpen"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen: gyre.ChannelOpen.$Shape; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "channelOpened"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened: gyre.ChannelOpened.$Shape; call?: null; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "call"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call: gyre.Call.$Shape; reply?: null; cancel?: null; ask?: null; told?: null }|{ body?: "reply"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply: gyre.Reply.$Shape; cancel?: null; ask?: null; told?: null }|{ body?: "cancel"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel: gyre.Cancel.$Shape; ask?: null; told?: null }|{ body?: "ask"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask: gyre.Ask.$Shape; told?: null }|{ body?: "told"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null; channelOpen?: null; channelOpened?: null; call?: null; reply?: null; cancel?: null; ask?: null; told: gyre.Told.$Shape })
         * )} gyre.StreamMessage.$Shape
         */

        /**
         * Constructs a new StreamMessage.
         * @memberof gyre
         * @classdesc Represents a StreamMessage.
         * @constructor
         * @param {gyre.StreamMessage.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StreamMessage = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * StreamMessage offer.
         * @member {gyre.SyncOffer.$Properties|null|undefined} offer
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.offer = null;

        /**
         * StreamMessage answer.
         * @member {gyre.SyncAnswer.$Properties|null|undefined} answer
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.answer = null;

        /**
         * StreamMessage close.
         * @member {gyre.SyncClose.$Properties|null|undefined} close
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.close = null;

        /**
         * StreamMessage ping.
         * @member {gyre.Ping.$Properties|null|undefined} ping
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.ping = null;

        /**
         * StreamMessage ack.
         * @member {gyre.Ack.$Properties|null|undefined} ack
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.ack = null;

        /**
         * StreamMessage keyChange.
         * @member {gyre.KeyChange.$Properties|null|undefined} keyChange
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.keyChange = null;

        /**
         * StreamMessage keyDone.
         * @member {gyre.KeyDone.$Properties|null|undefined} keyDone
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.keyDone = null;

        /**
         * StreamMessage watch.
         * @member {gyre.Watch.$Properties|null|undefined} watch
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.watch = null;

        /**
         * StreamMessage watching.
         * @member {gyre.Watching.$Properties|null|undefined} watching
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.watching = null;

        /**
         * StreamMessage channelOpen.
         * @member {gyre.ChannelOpen.$Properties|null|undefined} channelOpen
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.channelOpen = null;

        /**
         * StreamMessage channelOpened.
         * @member {gyre.ChannelOpened.$Properties|null|undefined} channelOpened
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.channelOpened = null;

        /**
         * StreamMessage call.
         * @member {gyre.Call.$Properties|null|undefined} call
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.call = null;

        /**
         * StreamMessage reply.
         * @member {gyre.Reply.$Properties|null|undefined} reply
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.reply = null;

        /**
         * StreamMessage cancel.
         * @member {gyre.Cancel.$Properties|null|undefined} cancel
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.cancel = null;

        /**
         * StreamMessage ask.
         * @member {gyre.Ask.$Properties|null|undefined} ask
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.ask = null;

        /**
         * StreamMessage told.
         * @member {gyre.Told.$Properties|null|undefined} told
         * @memberof gyre.StreamMessage
         * @instance
         */
        StreamMessage.prototype.told = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * StreamMessage body.
         * @member {"offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"|"channelOpen"|"channelOpened"|"call"|"reply"|"cancel"|"ask"|"told"|undefined} body
         * @memberof gyre.StreamMessage
         * @instance
         */
        $Object.defineProperty(StreamMessage.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["offer", "answer", "close", "ping", "ack", "keyChange", "keyDone", "watch", "watching", "channelOpen", "channelOpened", "call", "reply", "cancel", "ask", "told"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new StreamMessage instance using the specified properties.
         * @function create
         * @memberof gyre.StreamMessage
         * @static
         * @param {gyre.StreamMessage.$Properties=} [properties] Properties to set
         * @returns {gyre.StreamMessage} StreamMessage instance
         * @type {{
         *   (properties: gyre.StreamMessage.$Shape): gyre.StreamMessage & gyre.StreamMessage.$Shape;
         *   (properties?: gyre.StreamMessage.$Properties): gyre.StreamMessage;
         * }}
         */
        StreamMessage.create = function(properties) {
            return new StreamMessage(properties);
        };

        /**
         * Encodes the specified StreamMessage message. Does not implicitly {@link gyre.StreamMessage.verify|verify} messages.
         * @function encode
         * @memberof gyre.StreamMessage
         * @static
         * @param {gyre.StreamMessage.$Properties} message StreamMessage message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StreamMessage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.offer != null && $Object.hasOwnProperty.call(message, "offer"))
                $root.gyre.SyncOffer.encode(message.offer, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.answer != null && $Object.hasOwnProperty.call(message, "answer"))
                $root.gyre.SyncAnswer.encode(message.answer, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.close != null && $Object.hasOwnProperty.call(message, "close"))
                $root.gyre.SyncClose.encode(message.close, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.ping != null && $Object.hasOwnProperty.call(message, "ping"))
                $root.gyre.Ping.encode(message.ping, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.ack != null && $Object.hasOwnProperty.call(message, "ack"))
                $root.gyre.Ack.encode(message.ack, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.keyChange != null && $Object.hasOwnProperty.call(message, "keyChange"))
                $root.gyre.KeyChange.encode(message.keyChange, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.keyDone != null && $Object.hasOwnProperty.call(message, "keyDone"))
                $root.gyre.KeyDone.encode(message.keyDone, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.watch != null && $Object.hasOwnProperty.call(message, "watch"))
                $root.gyre.Watch.encode(message.watch, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.watching != null && $Object.hasOwnProperty.call(message, "watching"))
                $root.gyre.Watching.encode(message.watching, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.channelOpen != null && $Object.hasOwnProperty.call(message, "channelOpen"))
                $root.gyre.ChannelOpen.encode(message.channelOpen, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.channelOpened != null && $Object.hasOwnProperty.call(message, "channelOpened"))
                $root.gyre.ChannelOpened.encode(message.channelOpened, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.call != null && $Object.hasOwnProperty.call(message, "call"))
                $root.gyre.Call.encode(message.call, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.reply != null && $Object.hasOwnProperty.call(message, "reply"))
                $root.gyre.Reply.encode(message.reply, writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
            if (message.cancel != null && $Object.hasOwnProperty.call(message, "cancel"))
                $root.gyre.Cancel.encode(message.cancel, writer.uint32(/* id 14, wireType 2 =*/114).fork(), _depth + 1).ldelim();
            if (message.ask != null && $Object.hasOwnProperty.call(message, "ask"))
                $root.gyre.Ask.encode(message.ask, writer.uint32(/* id 15, wireType 2 =*/122).fork(), _depth + 1).ldelim();
            if (message.told != null && $Object.hasOwnProperty.call(message, "told"))
                $root.gyre.Told.encode(message.told, writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StreamMessage message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.StreamMessage
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.StreamMessage & gyre.StreamMessage.$Shape} StreamMessage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StreamMessage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.StreamMessage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.offer = $root.gyre.SyncOffer.decode(reader, reader.size(), $undefined, _depth + 1, message.offer);
                        message.body = "offer";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.answer = $root.gyre.SyncAnswer.decode(reader, reader.size(), $undefined, _depth + 1, message.answer);
                        message.body = "answer";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.close = $root.gyre.SyncClose.decode(reader, reader.size(), $undefined, _depth + 1, message.close);
                        message.body = "close";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.ping = $root.gyre.Ping.decode(reader, reader.size(), $undefined, _depth + 1, message.ping);
                        message.body = "ping";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.ack = $root.gyre.Ack.decode(reader, reader.size(), $undefined, _depth + 1, message.ack);
                        message.body = "ack";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.keyChange = $root.gyre.KeyChange.decode(reader, reader.size(), $undefined, _depth + 1, message.keyChange);
                        message.body = "keyChange";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.keyDone = $root.gyre.KeyDone.decode(reader, reader.size(), $undefined, _depth + 1, message.keyDone);
                        message.body = "keyDone";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.watch = $root.gyre.Watch.decode(reader, reader.size(), $undefined, _depth + 1, message.watch);
                        message.body = "watch";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.watching = $root.gyre.Watching.decode(reader, reader.size(), $undefined, _depth + 1, message.watching);
                        message.body = "watching";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.channelOpen = $root.gyre.ChannelOpen.decode(reader, reader.size(), $undefined, _depth + 1, message.channelOpen);
                        message.body = "channelOpen";
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.channelOpened = $root.gyre.ChannelOpened.decode(reader, reader.size(), $undefined, _depth + 1, message.channelOpened);
                        message.body = "channelOpened";
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.call = $root.gyre.Call.decode(reader, reader.size(), $undefined, _depth + 1, message.call);
                        message.body = "call";
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        message.reply = $root.gyre.Reply.decode(reader, reader.size(), $undefined, _depth + 1, message.reply);
                        message.body = "reply";
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        message.cancel = $root.gyre.Cancel.decode(reader, reader.size(), $undefined, _depth + 1, message.cancel);
                        message.body = "cancel";
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        message.ask = $root.gyre.Ask.decode(reader, reader.size(), $undefined, _depth + 1, message.ask);
                        message.body = "ask";
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        message.told = $root.gyre.Told.decode(reader, reader.size(), $undefined, _depth + 1, message.told);
                        message.body = "told";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StreamMessage;
    })();

    gyre.Ask = (function() {

        /**
         * Properties of an Ask.
         * @typedef {Object} gyre.Ask.$Properties
         * @property {Uint8Array|null} [about] Ask about
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Ask.
         * @memberof gyre
         * @interface IAsk
         * @augments gyre.Ask.$Properties
         * @deprecated Use gyre.Ask.$Properties instead.
         */

        /**
         * Shape of an Ask.
         * @typedef {gyre.Ask.$Properties} gyre.Ask.$Shape
         */

        /**
         * Constructs a new Ask.
         * @memberof gyre
         * @classdesc Represents an Ask.
         * @constructor
         * @param {gyre.Ask.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Ask = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Ask about.
         * @member {Uint8Array} about
         * @memberof gyre.Ask
         * @instance
         */
        Ask.prototype.about = $util.newBuffer([]);

        /**
         * Creates a new Ask instance using the specified properties.
         * @function create
         * @memberof gyre.Ask
         * @static
         * @param {gyre.Ask.$Properties=} [properties] Properties to set
         * @returns {gyre.Ask} Ask instance
         * @type {{
         *   (properties: gyre.Ask.$Shape): gyre.Ask & gyre.Ask.$Shape;
         *   (properties?: gyre.Ask.$Properties): gyre.Ask;
         * }}
         */
        Ask.create = function(properties) {
            return new Ask(properties);
        };

        /**
         * Encodes the specified Ask message. Does not implicitly {@link gyre.Ask.verify|verify} messages.
         * @function encode
         * @memberof gyre.Ask
         * @static
         * @param {gyre.Ask.$Properties} message Ask message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Ask.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.about != null && $Object.hasOwnProperty.call(message, "about") && message.about.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.about);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Ask message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Ask
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Ask & gyre.Ask.$Shape} Ask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Ask.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Ask();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.about = value;
                        else
                            delete message.about;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Ask;
    })();

    gyre.Told = (function() {

        /**
         * Properties of a Told.
         * @typedef {Object} gyre.Told.$Properties
         * @property {string|null} [id] Told id
         * @property {string|null} [state] Told state
         * @property {number|null} [incarnation] Told incarnation
         * @property {boolean|null} [degraded] Told degraded
         * @property {gyre.ToldSuspicion.$Properties|null} [suspicion] Told suspicion
         * @property {Array.<gyre.ToldEvent.$Properties>|null} [events] Told events
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Told.
         * @memberof gyre
         * @interface ITold
         * @augments gyre.Told.$Properties
         * @deprecated Use gyre.Told.$Properties instead.
         */

        /**
         * Shape of a Told.
         * @typedef {gyre.Told.$Properties} gyre.Told.$Shape
         */

        /**
         * Constructs a new Told.
         * @memberof gyre
         * @classdesc Represents a Told.
         * @constructor
         * @param {gyre.Told.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Told = function (properties) {
            this.events = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Told id.
         * @member {string} id
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.id = "";

        /**
         * Told state.
         * @member {string} state
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.state = "";

        /**
         * Told incarnation.
         * @member {number} incarnation
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.incarnation = 0;

        /**
         * Told degraded.
         * @member {boolean} degraded
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.degraded = false;

        /**
         * Told suspicion.
         * @member {gyre.ToldSuspicion.$Properties|null|undefined} suspicion
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.suspicion = null;

        /**
         * Told events.
         * @member {Array.<gyre.ToldEvent.$Properties>} events
         * @memberof gyre.Told
         * @instance
         */
        Told.prototype.events = $util.emptyArray;

        /**
         * Creates a new Told instance using the specified properties.
         * @function create
         * @memberof gyre.Told
         * @static
         * @param {gyre.Told.$Properties=} [properties] Properties to set
         * @returns {gyre.Told} Told instance
         * @type {{
         *   (properties: gyre.Told.$Shape): gyre.Told & gyre.Told.$Shape;
         *   (properties?: gyre.Told.$Properties): gyre.Told;
         * }}
         */
        Told.create = function(properties) {
            return new Told(properties);
        };

        /**
         * Encodes the specified Told message. Does not implicitly {@link gyre.Told.verify|verify} messages.
         * @function encode
         * @memberof gyre.Told
         * @static
         * @param {gyre.Told.$Properties} message Told message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Told.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.state);
            if (message.incarnation != null && $Object.hasOwnProperty.call(message, "incarnation") && message.incarnation !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.incarnation);
            if (message.degraded != null && $Object.hasOwnProperty.call(message, "degraded") && message.degraded !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.degraded);
            if (message.suspicion != null && $Object.hasOwnProperty.call(message, "suspicion"))
                $root.gyre.ToldSuspicion.encode(message.suspicion, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.events != null && message.events.length)
                for (let i = 0; i < message.events.length; ++i)
                    $root.gyre.ToldEvent.encode(message.events[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Told message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Told
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Told & gyre.Told.$Shape} Told
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Told.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Told();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.incarnation = value;
                        else
                            delete message.incarnation;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.degraded = value;
                        else
                            delete message.degraded;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.suspicion = $root.gyre.ToldSuspicion.decode(reader, reader.size(), $undefined, _depth + 1, message.suspicion);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.events && message.events.length))
                            message.events = [];
                        message.events.push($root.gyre.ToldEvent.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Told;
    })();

    gyre.ToldSuspicion = (function() {

        /**
         * Properties of a ToldSuspicion.
         * @typedef {Object} gyre.ToldSuspicion.$Properties
         * @property {number|null} [agoMs] ToldSuspicion agoMs
         * @property {number|null} [leftMs] ToldSuspicion leftMs
         * @property {Array.<string>|null} [accusers] ToldSuspicion accusers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ToldSuspicion.
         * @memberof gyre
         * @interface IToldSuspicion
         * @augments gyre.ToldSuspicion.$Properties
         * @deprecated Use gyre.ToldSuspicion.$Properties instead.
         */

        /**
         * Shape of a ToldSuspicion.
         * @typedef {gyre.ToldSuspicion.$Properties} gyre.ToldSuspicion.$Shape
         */

        /**
         * Constructs a new ToldSuspicion.
         * @memberof gyre
         * @classdesc Represents a ToldSuspicion.
         * @constructor
         * @param {gyre.ToldSuspicion.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ToldSuspicion = function (properties) {
            this.accusers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ToldSuspicion agoMs.
         * @member {number} agoMs
         * @memberof gyre.ToldSuspicion
         * @instance
         */
        ToldSuspicion.prototype.agoMs = 0;

        /**
         * ToldSuspicion leftMs.
         * @member {number} leftMs
         * @memberof gyre.ToldSuspicion
         * @instance
         */
        ToldSuspicion.prototype.leftMs = 0;

        /**
         * ToldSuspicion accusers.
         * @member {Array.<string>} accusers
         * @memberof gyre.ToldSuspicion
         * @instance
         */
        ToldSuspicion.prototype.accusers = $util.emptyArray;

        /**
         * Creates a new ToldSuspicion instance using the specified properties.
         * @function create
         * @memberof gyre.ToldSuspicion
         * @static
         * @param {gyre.ToldSuspicion.$Properties=} [properties] Properties to set
         * @returns {gyre.ToldSuspicion} ToldSuspicion instance
         * @type {{
         *   (properties: gyre.ToldSuspicion.$Shape): gyre.ToldSuspicion & gyre.ToldSuspicion.$Shape;
         *   (properties?: gyre.ToldSuspicion.$Properties): gyre.ToldSuspicion;
         * }}
         */
        ToldSuspicion.create = function(properties) {
            return new ToldSuspicion(properties);
        };

        /**
         * Encodes the specified ToldSuspicion message. Does not implicitly {@link gyre.ToldSuspicion.verify|verify} messages.
         * @function encode
         * @memberof gyre.ToldSuspicion
         * @static
         * @param {gyre.ToldSuspicion.$Properties} message ToldSuspicion message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ToldSuspicion.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.agoMs != null && $Object.hasOwnProperty.call(message, "agoMs") && !$Object.is(message.agoMs, 0))
                writer.uint32(/* id 1, wireType 1 =*/9).double(message.agoMs);
            if (message.leftMs != null && $Object.hasOwnProperty.call(message, "leftMs") && !$Object.is(message.leftMs, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.leftMs);
            if (message.accusers != null && message.accusers.length)
                for (let i = 0; i < message.accusers.length; ++i)
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.accusers[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ToldSuspicion message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.ToldSuspicion
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.ToldSuspicion & gyre.ToldSuspicion.$Shape} ToldSuspicion
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ToldSuspicion.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.ToldSuspicion();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.agoMs = value;
                        else
                            delete message.agoMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.leftMs = value;
                        else
                            delete message.leftMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.accusers && message.accusers.length))
                            message.accusers = [];
                        message.accusers.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ToldSuspicion;
    })();

    gyre.ToldEvent = (function() {

        /**
         * Properties of a ToldEvent.
         * @typedef {Object} gyre.ToldEvent.$Properties
         * @property {number|null} [agoMs] ToldEvent agoMs
         * @property {string|null} [what] ToldEvent what
         * @property {string|null} [by] ToldEvent by
         * @property {number|null} [rttMs] ToldEvent rttMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ToldEvent.
         * @memberof gyre
         * @interface IToldEvent
         * @augments gyre.ToldEvent.$Properties
         * @deprecated Use gyre.ToldEvent.$Properties instead.
         */

        /**
         * Shape of a ToldEvent.
         * @typedef {gyre.ToldEvent.$Properties} gyre.ToldEvent.$Shape
         */

        /**
         * Constructs a new ToldEvent.
         * @memberof gyre
         * @classdesc Represents a ToldEvent.
         * @constructor
         * @param {gyre.ToldEvent.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ToldEvent = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ToldEvent agoMs.
         * @member {number} agoMs
         * @memberof gyre.ToldEvent
         * @instance
         */
        ToldEvent.prototype.agoMs = 0;

        /**
         * ToldEvent what.
         * @member {string} what
         * @memberof gyre.ToldEvent
         * @instance
         */
        ToldEvent.prototype.what = "";

        /**
         * ToldEvent by.
         * @member {string} by
         * @memberof gyre.ToldEvent
         * @instance
         */
        ToldEvent.prototype.by = "";

        /**
         * ToldEvent rttMs.
         * @member {number} rttMs
         * @memberof gyre.ToldEvent
         * @instance
         */
        ToldEvent.prototype.rttMs = 0;

        /**
         * Creates a new ToldEvent instance using the specified properties.
         * @function create
         * @memberof gyre.ToldEvent
         * @static
         * @param {gyre.ToldEvent.$Properties=} [properties] Properties to set
         * @returns {gyre.ToldEvent} ToldEvent instance
         * @type {{
         *   (properties: gyre.ToldEvent.$Shape): gyre.ToldEvent & gyre.ToldEvent.$Shape;
         *   (properties?: gyre.ToldEvent.$Properties): gyre.ToldEvent;
         * }}
         */
        ToldEvent.create = function(properties) {
            return new ToldEvent(properties);
        };

        /**
         * Encodes the specified ToldEvent message. Does not implicitly {@link gyre.ToldEvent.verify|verify} messages.
         * @function encode
         * @memberof gyre.ToldEvent
         * @static
         * @param {gyre.ToldEvent.$Properties} message ToldEvent message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ToldEvent.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.agoMs != null && $Object.hasOwnProperty.call(message, "agoMs") && !$Object.is(message.agoMs, 0))
                writer.uint32(/* id 1, wireType 1 =*/9).double(message.agoMs);
            if (message.what != null && $Object.hasOwnProperty.call(message, "what") && message.what !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.what);
            if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.by);
            if (message.rttMs != null && $Object.hasOwnProperty.call(message, "rttMs") && !$Object.is(message.rttMs, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.rttMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ToldEvent message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.ToldEvent
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.ToldEvent & gyre.ToldEvent.$Shape} ToldEvent
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ToldEvent.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.ToldEvent();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.agoMs = value;
                        else
                            delete message.agoMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.what = value;
                        else
                            delete message.what;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.by = value;
                        else
                            delete message.by;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.rttMs = value;
                        else
                            delete message.rttMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ToldEvent;
    })();

    gyre.ChannelOpen = (function() {

        /**
         * Properties of a ChannelOpen.
         * @typedef {Object} gyre.ChannelOpen.$Properties
         * @property {number|null} [label] ChannelOpen label
         * @property {Uint8Array|null} [from] ChannelOpen from
         * @property {Uint8Array|null} [target] ChannelOpen target
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ChannelOpen.
         * @memberof gyre
         * @interface IChannelOpen
         * @augments gyre.ChannelOpen.$Properties
         * @deprecated Use gyre.ChannelOpen.$Properties instead.
         */

        /**
         * Shape of a ChannelOpen.
         * @typedef {gyre.ChannelOpen.$Properties} gyre.ChannelOpen.$Shape
         */

        /**
         * Constructs a new ChannelOpen.
         * @memberof gyre
         * @classdesc Represents a ChannelOpen.
         * @constructor
         * @param {gyre.ChannelOpen.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ChannelOpen = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ChannelOpen label.
         * @member {number} label
         * @memberof gyre.ChannelOpen
         * @instance
         */
        ChannelOpen.prototype.label = 0;

        /**
         * ChannelOpen from.
         * @member {Uint8Array} from
         * @memberof gyre.ChannelOpen
         * @instance
         */
        ChannelOpen.prototype.from = $util.newBuffer([]);

        /**
         * ChannelOpen target.
         * @member {Uint8Array} target
         * @memberof gyre.ChannelOpen
         * @instance
         */
        ChannelOpen.prototype.target = $util.newBuffer([]);

        /**
         * Creates a new ChannelOpen instance using the specified properties.
         * @function create
         * @memberof gyre.ChannelOpen
         * @static
         * @param {gyre.ChannelOpen.$Properties=} [properties] Properties to set
         * @returns {gyre.ChannelOpen} ChannelOpen instance
         * @type {{
         *   (properties: gyre.ChannelOpen.$Shape): gyre.ChannelOpen & gyre.ChannelOpen.$Shape;
         *   (properties?: gyre.ChannelOpen.$Properties): gyre.ChannelOpen;
         * }}
         */
        ChannelOpen.create = function(properties) {
            return new ChannelOpen(properties);
        };

        /**
         * Encodes the specified ChannelOpen message. Does not implicitly {@link gyre.ChannelOpen.verify|verify} messages.
         * @function encode
         * @memberof gyre.ChannelOpen
         * @static
         * @param {gyre.ChannelOpen.$Properties} message ChannelOpen message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChannelOpen.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== 0)
                writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.label);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.from);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.target);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ChannelOpen message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.ChannelOpen
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.ChannelOpen & gyre.ChannelOpen.$Shape} ChannelOpen
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChannelOpen.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.ChannelOpen();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.label = value;
                        else
                            delete message.label;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.target = value;
                        else
                            delete message.target;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ChannelOpen;
    })();

    gyre.ChannelOpened = (function() {

        /**
         * Properties of a ChannelOpened.
         * @typedef {Object} gyre.ChannelOpened.$Properties
         * @property {string|null} [refusal] ChannelOpened refusal
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ChannelOpened.
         * @memberof gyre
         * @interface IChannelOpened
         * @augments gyre.ChannelOpened.$Properties
         * @deprecated Use gyre.ChannelOpened.$Properties instead.
         */

        /**
         * Shape of a ChannelOpened.
         * @typedef {gyre.ChannelOpened.$Properties} gyre.ChannelOpened.$Shape
         */

        /**
         * Constructs a new ChannelOpened.
         * @memberof gyre
         * @classdesc Represents a ChannelOpened.
         * @constructor
         * @param {gyre.ChannelOpened.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ChannelOpened = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ChannelOpened refusal.
         * @member {string} refusal
         * @memberof gyre.ChannelOpened
         * @instance
         */
        ChannelOpened.prototype.refusal = "";

        /**
         * Creates a new ChannelOpened instance using the specified properties.
         * @function create
         * @memberof gyre.ChannelOpened
         * @static
         * @param {gyre.ChannelOpened.$Properties=} [properties] Properties to set
         * @returns {gyre.ChannelOpened} ChannelOpened instance
         * @type {{
         *   (properties: gyre.ChannelOpened.$Shape): gyre.ChannelOpened & gyre.ChannelOpened.$Shape;
         *   (properties?: gyre.ChannelOpened.$Properties): gyre.ChannelOpened;
         * }}
         */
        ChannelOpened.create = function(properties) {
            return new ChannelOpened(properties);
        };

        /**
         * Encodes the specified ChannelOpened message. Does not implicitly {@link gyre.ChannelOpened.verify|verify} messages.
         * @function encode
         * @memberof gyre.ChannelOpened
         * @static
         * @param {gyre.ChannelOpened.$Properties} message ChannelOpened message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ChannelOpened.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal") && message.refusal !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.refusal);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ChannelOpened message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.ChannelOpened
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.ChannelOpened & gyre.ChannelOpened.$Shape} ChannelOpened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ChannelOpened.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.ChannelOpened();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.refusal = value;
                        else
                            delete message.refusal;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ChannelOpened;
    })();

    gyre.Call = (function() {

        /**
         * Properties of a Call.
         * @typedef {Object} gyre.Call.$Properties
         * @property {number|null} [id] Call id
         * @property {number|null} [kind] Call kind
         * @property {string|null} [topic] Call topic
         * @property {Uint8Array|null} [body] Call body
         * @property {number|null} [timeoutMs] Call timeoutMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Call.
         * @memberof gyre
         * @interface ICall
         * @augments gyre.Call.$Properties
         * @deprecated Use gyre.Call.$Properties instead.
         */

        /**
         * Shape of a Call.
         * @typedef {gyre.Call.$Properties} gyre.Call.$Shape
         */

        /**
         * Constructs a new Call.
         * @memberof gyre
         * @classdesc Represents a Call.
         * @constructor
         * @param {gyre.Call.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Call = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Call id.
         * @member {number} id
         * @memberof gyre.Call
         * @instance
         */
        Call.prototype.id = 0;

        /**
         * Call kind.
         * @member {number} kind
         * @memberof gyre.Call
         * @instance
         */
        Call.prototype.kind = 0;

        /**
         * Call topic.
         * @member {string} topic
         * @memberof gyre.Call
         * @instance
         */
        Call.prototype.topic = "";

        /**
         * Call body.
         * @member {Uint8Array} body
         * @memberof gyre.Call
         * @instance
         */
        Call.prototype.body = $util.newBuffer([]);

        /**
         * Call timeoutMs.
         * @member {number} timeoutMs
         * @memberof gyre.Call
         * @instance
         */
        Call.prototype.timeoutMs = 0;

        /**
         * Creates a new Call instance using the specified properties.
         * @function create
         * @memberof gyre.Call
         * @static
         * @param {gyre.Call.$Properties=} [properties] Properties to set
         * @returns {gyre.Call} Call instance
         * @type {{
         *   (properties: gyre.Call.$Shape): gyre.Call & gyre.Call.$Shape;
         *   (properties?: gyre.Call.$Properties): gyre.Call;
         * }}
         */
        Call.create = function(properties) {
            return new Call(properties);
        };

        /**
         * Encodes the specified Call message. Does not implicitly {@link gyre.Call.verify|verify} messages.
         * @function encode
         * @memberof gyre.Call
         * @static
         * @param {gyre.Call.$Properties} message Call message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Call.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.kind);
            if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.topic);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.body);
            if (message.timeoutMs != null && $Object.hasOwnProperty.call(message, "timeoutMs") && message.timeoutMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.timeoutMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Call message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Call
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Call & gyre.Call.$Shape} Call
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Call.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Call();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.topic = value;
                        else
                            delete message.topic;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.timeoutMs = value;
                        else
                            delete message.timeoutMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Call;
    })();

    gyre.Reply = (function() {

        /**
         * Properties of a Reply.
         * @typedef {Object} gyre.Reply.$Properties
         * @property {number|null} [id] Reply id
         * @property {string|null} [failure] Reply failure
         * @property {string|null} [reason] Reply reason
         * @property {Uint8Array|null} [body] Reply body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Reply.
         * @memberof gyre
         * @interface IReply
         * @augments gyre.Reply.$Properties
         * @deprecated Use gyre.Reply.$Properties instead.
         */

        /**
         * Shape of a Reply.
         * @typedef {gyre.Reply.$Properties} gyre.Reply.$Shape
         */

        /**
         * Constructs a new Reply.
         * @memberof gyre
         * @classdesc Represents a Reply.
         * @constructor
         * @param {gyre.Reply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Reply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Reply id.
         * @member {number} id
         * @memberof gyre.Reply
         * @instance
         */
        Reply.prototype.id = 0;

        /**
         * Reply failure.
         * @member {string} failure
         * @memberof gyre.Reply
         * @instance
         */
        Reply.prototype.failure = "";

        /**
         * Reply reason.
         * @member {string} reason
         * @memberof gyre.Reply
         * @instance
         */
        Reply.prototype.reason = "";

        /**
         * Reply body.
         * @member {Uint8Array} body
         * @memberof gyre.Reply
         * @instance
         */
        Reply.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new Reply instance using the specified properties.
         * @function create
         * @memberof gyre.Reply
         * @static
         * @param {gyre.Reply.$Properties=} [properties] Properties to set
         * @returns {gyre.Reply} Reply instance
         * @type {{
         *   (properties: gyre.Reply.$Shape): gyre.Reply & gyre.Reply.$Shape;
         *   (properties?: gyre.Reply.$Properties): gyre.Reply;
         * }}
         */
        Reply.create = function(properties) {
            return new Reply(properties);
        };

        /**
         * Encodes the specified Reply message. Does not implicitly {@link gyre.Reply.verify|verify} messages.
         * @function encode
         * @memberof gyre.Reply
         * @static
         * @param {gyre.Reply.$Properties} message Reply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Reply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
            if (message.failure != null && $Object.hasOwnProperty.call(message, "failure") && message.failure !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.failure);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Reply message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Reply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Reply & gyre.Reply.$Shape} Reply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Reply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Reply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.failure = value;
                        else
                            delete message.failure;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Reply;
    })();

    gyre.Cancel = (function() {

        /**
         * Properties of a Cancel.
         * @typedef {Object} gyre.Cancel.$Properties
         * @property {number|null} [id] Cancel id
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Cancel.
         * @memberof gyre
         * @interface ICancel
         * @augments gyre.Cancel.$Properties
         * @deprecated Use gyre.Cancel.$Properties instead.
         */

        /**
         * Shape of a Cancel.
         * @typedef {gyre.Cancel.$Properties} gyre.Cancel.$Shape
         */

        /**
         * Constructs a new Cancel.
         * @memberof gyre
         * @classdesc Represents a Cancel.
         * @constructor
         * @param {gyre.Cancel.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Cancel = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Cancel id.
         * @member {number} id
         * @memberof gyre.Cancel
         * @instance
         */
        Cancel.prototype.id = 0;

        /**
         * Creates a new Cancel instance using the specified properties.
         * @function create
         * @memberof gyre.Cancel
         * @static
         * @param {gyre.Cancel.$Properties=} [properties] Properties to set
         * @returns {gyre.Cancel} Cancel instance
         * @type {{
         *   (properties: gyre.Cancel.$Shape): gyre.Cancel & gyre.Cancel.$Shape;
         *   (properties?: gyre.Cancel.$Properties): gyre.Cancel;
         * }}
         */
        Cancel.create = function(properties) {
            return new Cancel(properties);
        };

        /**
         * Encodes the specified Cancel message. Does not implicitly {@link gyre.Cancel.verify|verify} messages.
         * @function encode
         * @memberof gyre.Cancel
         * @static
         * @param {gyre.Cancel.$Properties} message Cancel message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Cancel.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.id);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Cancel message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Cancel
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Cancel & gyre.Cancel.$Shape} Cancel
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Cancel.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Cancel();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Cancel;
    })();

    gyre.UserPacket = (function() {

        /**
         * Properties of a UserPacket.
         * @typedef {Object} gyre.UserPacket.$Properties
         * @property {gyre.Datagram.$Properties|null} [datagram] UserPacket datagram
         * @property {Array.<gyre.Broadcast.$Properties>|null} [broadcasts] UserPacket broadcasts
         * @property {Array.<gyre.Facts.$Properties>|null} [facts] UserPacket facts
         * @property {number|null} [stateLow] UserPacket stateLow
         * @property {number|null} [stateHigh] UserPacket stateHigh
         * @property {gyre.RingPacket.$Properties|null} [ring] UserPacket ring
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a UserPacket.
         * @memberof gyre
         * @interface IUserPacket
         * @augments gyre.UserPacket.$Properties
         * @deprecated Use gyre.UserPacket.$Properties instead.
         */

        /**
         * Shape of a UserPacket.
         * @typedef {{
         *   datagram?: gyre.Datagram.$Shape|null;
         *   broadcasts?: Array.<gyre.Broadcast.$Shape>|null;
         *   facts?: Array.<gyre.Facts.$Shape>|null;
         *   stateLow?: number|null;
         *   stateHigh?: number|null;
         *   ring?: gyre.RingPacket.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} gyre.UserPacket.$Shape
         */

        /**
         * Constructs a new UserPacket.
         * @memberof gyre
         * @classdesc Represents a UserPacket.
         * @constructor
         * @param {gyre.UserPacket.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const UserPacket = function (properties) {
            this.broadcasts = [];
            this.facts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * UserPacket datagram.
         * @member {gyre.Datagram.$Properties|null|undefined} datagram
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.datagram = null;

        /**
         * UserPacket broadcasts.
         * @member {Array.<gyre.Broadcast.$Properties>} broadcasts
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.broadcasts = $util.emptyArray;

        /**
         * UserPacket facts.
         * @member {Array.<gyre.Facts.$Properties>} facts
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.facts = $util.emptyArray;

        /**
         * UserPacket stateLow.
         * @member {number} stateLow
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.stateLow = 0;

        /**
         * UserPacket stateHigh.
         * @member {number} stateHigh
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.stateHigh = 0;

        /**
         * UserPacket ring.
         * @member {gyre.RingPacket.$Properties|null|undefined} ring
         * @memberof gyre.UserPacket
         * @instance
         */
        UserPacket.prototype.ring = null;

        /**
         * Creates a new UserPacket instance using the specified properties.
         * @function create
         * @memberof gyre.UserPacket
         * @static
         * @param {gyre.UserPacket.$Properties=} [properties] Properties to set
         * @returns {gyre.UserPacket} UserPacket instance
         * @type {{
         *   (properties: gyre.UserPacket.$Shape): gyre.UserPacket & gyre.UserPacket.$Shape;
         *   (properties?: gyre.UserPacket.$Properties): gyre.UserPacket;
         * }}
         */
        UserPacket.create = function(properties) {
            return new UserPacket(properties);
        };

        /**
         * Encodes the specified UserPacket message. Does not implicitly {@link gyre.UserPacket.verify|verify} messages.
         * @function encode
         * @memberof gyre.UserPacket
         * @static
         * @param {gyre.UserPacket.$Properties} message UserPacket message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        UserPacket.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.datagram != null && $Object.hasOwnProperty.call(message, "datagram"))
                $root.gyre.Datagram.encode(message.datagram, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.broadcasts != null && message.broadcasts.length)
                for (let i = 0; i < message.broadcasts.length; ++i)
                    $root.gyre.Broadcast.encode(message.broadcasts[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.facts != null && message.facts.length)
                for (let i = 0; i < message.facts.length; ++i)
                    $root.gyre.Facts.encode(message.facts[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.stateLow != null && $Object.hasOwnProperty.call(message, "stateLow") && message.stateLow !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.stateLow);
            if (message.stateHigh != null && $Object.hasOwnProperty.call(message, "stateHigh") && message.stateHigh !== 0)
                writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.stateHigh);
            if (message.ring != null && $Object.hasOwnProperty.call(message, "ring"))
                $root.gyre.RingPacket.encode(message.ring, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a UserPacket message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.UserPacket
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.UserPacket & gyre.UserPacket.$Shape} UserPacket
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        UserPacket.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.UserPacket();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.datagram = $root.gyre.Datagram.decode(reader, reader.size(), $undefined, _depth + 1, message.datagram);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.broadcasts && message.broadcasts.length))
                            message.broadcasts = [];
                        message.broadcasts.push($root.gyre.Broadcast.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.facts && message.facts.length))
                            message.facts = [];
                        message.facts.push($root.gyre.Facts.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.stateLow = value;
                        else
                            delete message.stateLow;
                        continue;
                    }
                case 5: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.stateHigh = value;
                        else
                            delete message.stateHigh;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.ring = $root.gyre.RingPacket.decode(reader, reader.size(), $undefined, _depth + 1, message.ring);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return UserPacket;
    })();

    gyre.Forwarded = (function() {

        /**
         * Properties of a Forwarded.
         * @typedef {Object} gyre.Forwarded.$Properties
         * @property {string|null} [text] Forwarded text
         * @property {number|null} [number] Forwarded number
         * @property {Uint8Array|null} [bytes] Forwarded bytes
         * @property {Uint8Array|null} [body] Forwarded body
         * @property {boolean|null} [hedged] Forwarded hedged
         * @property {"text"|"number"|"bytes"} [key] Forwarded key
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Forwarded.
         * @memberof gyre
         * @interface IForwarded
         * @augments gyre.Forwarded.$Properties
         * @deprecated Use gyre.Forwarded.$Properties instead.
         */

        /**
         * Narrowed shape of a Forwarded.
         * @typedef {{
         *   text?: string|null;
         *   number?: number|null;
         *   bytes?: Uint8Array|null;
         *   body?: Uint8Array|null;
         *   hedged?: boolean|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ key?: undefined; text?: null; number?: null; bytes?: null }|{ key?: "text"; text: string; number?: null; bytes?: null }|{ key?: "number"; text?: null; number: number; bytes?: null }|{ key?: "bytes"; text?: null; number?: null; bytes: Uint8Array })
         * )} gyre.Forwarded.$Shape
         */

        /**
         * Constructs a new Forwarded.
         * @memberof gyre
         * @classdesc Represents a Forwarded.
         * @constructor
         * @param {gyre.Forwarded.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Forwarded = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Forwarded text.
         * @member {string|null|undefined} text
         * @memberof gyre.Forwarded
         * @instance
         */
        Forwarded.prototype.text = null;

        /**
         * Forwarded number.
         * @member {number|null|undefined} number
         * @memberof gyre.Forwarded
         * @instance
         */
        Forwarded.prototype.number = null;

        /**
         * Forwarded bytes.
         * @member {Uint8Array|null|undefined} bytes
         * @memberof gyre.Forwarded
         * @instance
         */
        Forwarded.prototype.bytes = null;

        /**
         * Forwarded body.
         * @member {Uint8Array} body
         * @memberof gyre.Forwarded
         * @instance
         */
        Forwarded.prototype.body = $util.newBuffer([]);

        /**
         * Forwarded hedged.
         * @member {boolean} hedged
         * @memberof gyre.Forwarded
         * @instance
         */
        Forwarded.prototype.hedged = false;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Forwarded key.
         * @member {"text"|"number"|"bytes"|undefined} key
         * @memberof gyre.Forwarded
         * @instance
         */
        $Object.defineProperty(Forwarded.prototype, "key", {
            get: $util.oneOfGetter($oneOfFields = ["text", "number", "bytes"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Forwarded instance using the specified properties.
         * @function create
         * @memberof gyre.Forwarded
         * @static
         * @param {gyre.Forwarded.$Properties=} [properties] Properties to set
         * @returns {gyre.Forwarded} Forwarded instance
         * @type {{
         *   (properties: gyre.Forwarded.$Shape): gyre.Forwarded & gyre.Forwarded.$Shape;
         *   (properties?: gyre.Forwarded.$Properties): gyre.Forwarded;
         * }}
         */
        Forwarded.create = function(properties) {
            return new Forwarded(properties);
        };

        /**
         * Encodes the specified Forwarded message. Does not implicitly {@link gyre.Forwarded.verify|verify} messages.
         * @function encode
         * @memberof gyre.Forwarded
         * @static
         * @param {gyre.Forwarded.$Properties} message Forwarded message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Forwarded.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.text);
            if (message.number != null && $Object.hasOwnProperty.call(message, "number"))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.number);
            if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes"))
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.bytes);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.body);
            if (message.hedged != null && $Object.hasOwnProperty.call(message, "hedged") && message.hedged !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.hedged);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Forwarded message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Forwarded
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Forwarded & gyre.Forwarded.$Shape} Forwarded
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Forwarded.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Forwarded();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.text = reader.stringVerify();
                        message.key = "text";
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        message.number = reader.double();
                        message.key = "number";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.bytes = reader.bytes();
                        message.key = "bytes";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.hedged = value;
                        else
                            delete message.hedged;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Forwarded;
    })();

    gyre.ForwardReply = (function() {

        /**
         * Properties of a ForwardReply.
         * @typedef {Object} gyre.ForwardReply.$Properties
         * @property {Uint8Array|null} [handled] ForwardReply handled
         * @property {string|null} [refused] ForwardReply refused
         * @property {"handled"|"refused"} [outcome] ForwardReply outcome
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ForwardReply.
         * @memberof gyre
         * @interface IForwardReply
         * @augments gyre.ForwardReply.$Properties
         * @deprecated Use gyre.ForwardReply.$Properties instead.
         */

        /**
         * Narrowed shape of a ForwardReply.
         * @typedef {{
         *   handled?: Uint8Array|null;
         *   refused?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ outcome?: undefined; handled?: null; refused?: null }|{ outcome?: "handled"; handled: Uint8Array; refused?: null }|{ outcome?: "refused"; handled?: null; refused: string })
         * )} gyre.ForwardReply.$Shape
         */

        /**
         * Constructs a new ForwardReply.
         * @memberof gyre
         * @classdesc Represents a ForwardReply.
         * @constructor
         * @param {gyre.ForwardReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ForwardReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ForwardReply handled.
         * @member {Uint8Array|null|undefined} handled
         * @memberof gyre.ForwardReply
         * @instance
         */
        ForwardReply.prototype.handled = null;

        /**
         * ForwardReply refused.
         * @member {string|null|undefined} refused
         * @memberof gyre.ForwardReply
         * @instance
         */
        ForwardReply.prototype.refused = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * ForwardReply outcome.
         * @member {"handled"|"refused"|undefined} outcome
         * @memberof gyre.ForwardReply
         * @instance
         */
        $Object.defineProperty(ForwardReply.prototype, "outcome", {
            get: $util.oneOfGetter($oneOfFields = ["handled", "refused"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new ForwardReply instance using the specified properties.
         * @function create
         * @memberof gyre.ForwardReply
         * @static
         * @param {gyre.ForwardReply.$Properties=} [properties] Properties to set
         * @returns {gyre.ForwardReply} ForwardReply instance
         * @type {{
         *   (properties: gyre.ForwardReply.$Shape): gyre.ForwardReply & gyre.ForwardReply.$Shape;
         *   (properties?: gyre.ForwardReply.$Properties): gyre.ForwardReply;
         * }}
         */
        ForwardReply.create = function(properties) {
            return new ForwardReply(properties);
        };

        /**
         * Encodes the specified ForwardReply message. Does not implicitly {@link gyre.ForwardReply.verify|verify} messages.
         * @function encode
         * @memberof gyre.ForwardReply
         * @static
         * @param {gyre.ForwardReply.$Properties} message ForwardReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ForwardReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.handled != null && $Object.hasOwnProperty.call(message, "handled"))
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.handled);
            if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.refused);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ForwardReply message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.ForwardReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.ForwardReply & gyre.ForwardReply.$Shape} ForwardReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ForwardReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.ForwardReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.handled = reader.bytes();
                        message.outcome = "handled";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.refused = reader.stringVerify();
                        message.outcome = "refused";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ForwardReply;
    })();

    gyre.RingPacket = (function() {

        /**
         * Properties of a RingPacket.
         * @typedef {Object} gyre.RingPacket.$Properties
         * @property {string|null} [name] RingPacket name
         * @property {gyre.RingClaims.$Properties|null} [claims] RingPacket claims
         * @property {gyre.RingDigest.$Properties|null} [digest] RingPacket digest
         * @property {gyre.RingPrepare.$Properties|null} [prepare] RingPacket prepare
         * @property {number|null} [ready] RingPacket ready
         * @property {gyre.RingFlip.$Properties|null} [flip] RingPacket flip
         * @property {number|null} [taken] RingPacket taken
         * @property {gyre.RingAsk.$Properties|null} [ask] RingPacket ask
         * @property {gyre.RingGrant.$Properties|null} [grant] RingPacket grant
         * @property {"claims"|"digest"|"prepare"|"ready"|"flip"|"taken"|"ask"|"grant"} [body] RingPacket body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingPacket.
         * @memberof gyre
         * @interface IRingPacket
         * @augments gyre.RingPacket.$Properties
         * @deprecated Use gyre.RingPacket.$Properties instead.
         */

        /**
         * Narrowed shape of a RingPacket.
         * @typedef {{
         *   name?: string|null;
         *   claims?: gyre.RingClaims.$Shape|null;
         *   digest?: gyre.RingDigest.$Shape|null;
         *   prepare?: gyre.RingPrepare.$Shape|null;
         *   ready?: number|null;
         *   flip?: gyre.RingFlip.$Shape|null;
         *   taken?: number|null;
         *   ask?: gyre.RingAsk.$Shape|null;
         *   grant?: gyre.RingGrant.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "claims"; claims: gyre.RingClaims.$Shape; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "digest"; claims?: null; digest: gyre.RingDigest.$Shape; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "prepare"; claims?: null; digest?: null; prepare: gyre.RingPrepare.$Shape; ready?: null; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "ready"; claims?: null; digest?: null; prepare?: null; ready: number; flip?: null; taken?: null; ask?: null; grant?: null }|{ body?: "flip"; claims?: null; digest?: null; prepare?: null; ready?: null; flip: gyre.RingFlip.$Shape; taken?: null; ask?: null; grant?: null }|{ body?: "taken"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken: number; ask?: null; grant?: null }|{ body?: "ask"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask: gyre.RingAsk.$Shape; grant?: null }|{ body?: "grant"; claims?: null; digest?: null; prepare?: null; ready?: null; flip?: null; taken?: null; ask?: null; grant: gyre.RingGrant.$Shape })
         * )} gyre.RingPacket.$Shape
         */

        /**
         * Constructs a new RingPacket.
         * @memberof gyre
         * @classdesc Represents a RingPacket.
         * @constructor
         * @param {gyre.RingPacket.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingPacket = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingPacket name.
         * @member {string} name
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.name = "";

        /**
         * RingPacket claims.
         * @member {gyre.RingClaims.$Properties|null|undefined} claims
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.claims = null;

        /**
         * RingPacket digest.
         * @member {gyre.RingDigest.$Properties|null|undefined} digest
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.digest = null;

        /**
         * RingPacket prepare.
         * @member {gyre.RingPrepare.$Properties|null|undefined} prepare
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.prepare = null;

        /**
         * RingPacket ready.
         * @member {number|null|undefined} ready
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.ready = null;

        /**
         * RingPacket flip.
         * @member {gyre.RingFlip.$Properties|null|undefined} flip
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.flip = null;

        /**
         * RingPacket taken.
         * @member {number|null|undefined} taken
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.taken = null;

        /**
         * RingPacket ask.
         * @member {gyre.RingAsk.$Properties|null|undefined} ask
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.ask = null;

        /**
         * RingPacket grant.
         * @member {gyre.RingGrant.$Properties|null|undefined} grant
         * @memberof gyre.RingPacket
         * @instance
         */
        RingPacket.prototype.grant = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * RingPacket body.
         * @member {"claims"|"digest"|"prepare"|"ready"|"flip"|"taken"|"ask"|"grant"|undefined} body
         * @memberof gyre.RingPacket
         * @instance
         */
        $Object.defineProperty(RingPacket.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["claims", "digest", "prepare", "ready", "flip", "taken", "ask", "grant"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new RingPacket instance using the specified properties.
         * @function create
         * @memberof gyre.RingPacket
         * @static
         * @param {gyre.RingPacket.$Properties=} [properties] Properties to set
         * @returns {gyre.RingPacket} RingPacket instance
         * @type {{
         *   (properties: gyre.RingPacket.$Shape): gyre.RingPacket & gyre.RingPacket.$Shape;
         *   (properties?: gyre.RingPacket.$Properties): gyre.RingPacket;
         * }}
         */
        RingPacket.create = function(properties) {
            return new RingPacket(properties);
        };

        /**
         * Encodes the specified RingPacket message. Does not implicitly {@link gyre.RingPacket.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingPacket
         * @static
         * @param {gyre.RingPacket.$Properties} message RingPacket message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingPacket.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.claims != null && $Object.hasOwnProperty.call(message, "claims"))
                $root.gyre.RingClaims.encode(message.claims, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest"))
                $root.gyre.RingDigest.encode(message.digest, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.prepare != null && $Object.hasOwnProperty.call(message, "prepare"))
                $root.gyre.RingPrepare.encode(message.prepare, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.ready != null && $Object.hasOwnProperty.call(message, "ready"))
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.ready);
            if (message.flip != null && $Object.hasOwnProperty.call(message, "flip"))
                $root.gyre.RingFlip.encode(message.flip, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.taken != null && $Object.hasOwnProperty.call(message, "taken"))
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.taken);
            if (message.ask != null && $Object.hasOwnProperty.call(message, "ask"))
                $root.gyre.RingAsk.encode(message.ask, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.grant != null && $Object.hasOwnProperty.call(message, "grant"))
                $root.gyre.RingGrant.encode(message.grant, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingPacket message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingPacket
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingPacket & gyre.RingPacket.$Shape} RingPacket
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingPacket.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingPacket();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.claims = $root.gyre.RingClaims.decode(reader, reader.size(), $undefined, _depth + 1, message.claims);
                        message.body = "claims";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.digest = $root.gyre.RingDigest.decode(reader, reader.size(), $undefined, _depth + 1, message.digest);
                        message.body = "digest";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.prepare = $root.gyre.RingPrepare.decode(reader, reader.size(), $undefined, _depth + 1, message.prepare);
                        message.body = "prepare";
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        message.ready = reader.uint32();
                        message.body = "ready";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.flip = $root.gyre.RingFlip.decode(reader, reader.size(), $undefined, _depth + 1, message.flip);
                        message.body = "flip";
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        message.taken = reader.uint32();
                        message.body = "taken";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.ask = $root.gyre.RingAsk.decode(reader, reader.size(), $undefined, _depth + 1, message.ask);
                        message.body = "ask";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.grant = $root.gyre.RingGrant.decode(reader, reader.size(), $undefined, _depth + 1, message.grant);
                        message.body = "grant";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingPacket;
    })();

    gyre.RingClaim = (function() {

        /**
         * Properties of a RingClaim.
         * @typedef {Object} gyre.RingClaim.$Properties
         * @property {Uint8Array|null} [holder] RingClaim holder
         * @property {number|null} [termHigh] RingClaim termHigh
         * @property {number|null} [termLow] RingClaim termLow
         * @property {Array.<number>|null} [slots] RingClaim slots
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingClaim.
         * @memberof gyre
         * @interface IRingClaim
         * @augments gyre.RingClaim.$Properties
         * @deprecated Use gyre.RingClaim.$Properties instead.
         */

        /**
         * Shape of a RingClaim.
         * @typedef {gyre.RingClaim.$Properties} gyre.RingClaim.$Shape
         */

        /**
         * Constructs a new RingClaim.
         * @memberof gyre
         * @classdesc Represents a RingClaim.
         * @constructor
         * @param {gyre.RingClaim.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingClaim = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingClaim holder.
         * @member {Uint8Array} holder
         * @memberof gyre.RingClaim
         * @instance
         */
        RingClaim.prototype.holder = $util.newBuffer([]);

        /**
         * RingClaim termHigh.
         * @member {number} termHigh
         * @memberof gyre.RingClaim
         * @instance
         */
        RingClaim.prototype.termHigh = 0;

        /**
         * RingClaim termLow.
         * @member {number} termLow
         * @memberof gyre.RingClaim
         * @instance
         */
        RingClaim.prototype.termLow = 0;

        /**
         * RingClaim slots.
         * @member {Array.<number>} slots
         * @memberof gyre.RingClaim
         * @instance
         */
        RingClaim.prototype.slots = $util.emptyArray;

        /**
         * Creates a new RingClaim instance using the specified properties.
         * @function create
         * @memberof gyre.RingClaim
         * @static
         * @param {gyre.RingClaim.$Properties=} [properties] Properties to set
         * @returns {gyre.RingClaim} RingClaim instance
         * @type {{
         *   (properties: gyre.RingClaim.$Shape): gyre.RingClaim & gyre.RingClaim.$Shape;
         *   (properties?: gyre.RingClaim.$Properties): gyre.RingClaim;
         * }}
         */
        RingClaim.create = function(properties) {
            return new RingClaim(properties);
        };

        /**
         * Encodes the specified RingClaim message. Does not implicitly {@link gyre.RingClaim.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingClaim
         * @static
         * @param {gyre.RingClaim.$Properties} message RingClaim message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingClaim.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.holder != null && $Object.hasOwnProperty.call(message, "holder") && message.holder.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.holder);
            if (message.termHigh != null && $Object.hasOwnProperty.call(message, "termHigh") && message.termHigh !== 0)
                writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.termHigh);
            if (message.termLow != null && $Object.hasOwnProperty.call(message, "termLow") && message.termLow !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.termLow);
            if (message.slots != null && message.slots.length)
                writer.uint32(/* id 4, wireType 2 =*/34).uint32s(message.slots);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingClaim message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingClaim
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingClaim & gyre.RingClaim.$Shape} RingClaim
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingClaim.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingClaim();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.holder = value;
                        else
                            delete message.holder;
                        continue;
                    }
                case 2: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.termHigh = value;
                        else
                            delete message.termHigh;
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.termLow = value;
                        else
                            delete message.termLow;
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            reader.uint32s(message.slots);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push(reader.uint32());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingClaim;
    })();

    gyre.RingClaims = (function() {

        /**
         * Properties of a RingClaims.
         * @typedef {Object} gyre.RingClaims.$Properties
         * @property {Array.<gyre.RingClaim.$Properties>|null} [claims] RingClaims claims
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingClaims.
         * @memberof gyre
         * @interface IRingClaims
         * @augments gyre.RingClaims.$Properties
         * @deprecated Use gyre.RingClaims.$Properties instead.
         */

        /**
         * Shape of a RingClaims.
         * @typedef {gyre.RingClaims.$Properties} gyre.RingClaims.$Shape
         */

        /**
         * Constructs a new RingClaims.
         * @memberof gyre
         * @classdesc Represents a RingClaims.
         * @constructor
         * @param {gyre.RingClaims.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingClaims = function (properties) {
            this.claims = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingClaims claims.
         * @member {Array.<gyre.RingClaim.$Properties>} claims
         * @memberof gyre.RingClaims
         * @instance
         */
        RingClaims.prototype.claims = $util.emptyArray;

        /**
         * Creates a new RingClaims instance using the specified properties.
         * @function create
         * @memberof gyre.RingClaims
         * @static
         * @param {gyre.RingClaims.$Properties=} [properties] Properties to set
         * @returns {gyre.RingClaims} RingClaims instance
         * @type {{
         *   (properties: gyre.RingClaims.$Shape): gyre.RingClaims & gyre.RingClaims.$Shape;
         *   (properties?: gyre.RingClaims.$Properties): gyre.RingClaims;
         * }}
         */
        RingClaims.create = function(properties) {
            return new RingClaims(properties);
        };

        /**
         * Encodes the specified RingClaims message. Does not implicitly {@link gyre.RingClaims.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingClaims
         * @static
         * @param {gyre.RingClaims.$Properties} message RingClaims message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingClaims.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.claims != null && message.claims.length)
                for (let i = 0; i < message.claims.length; ++i)
                    $root.gyre.RingClaim.encode(message.claims[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingClaims message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingClaims
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingClaims & gyre.RingClaims.$Shape} RingClaims
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingClaims.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingClaims();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.claims && message.claims.length))
                            message.claims = [];
                        message.claims.push($root.gyre.RingClaim.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingClaims;
    })();

    gyre.RingDigest = (function() {

        /**
         * Properties of a RingDigest.
         * @typedef {Object} gyre.RingDigest.$Properties
         * @property {boolean|null} [informed] RingDigest informed
         * @property {boolean|null} [asks] RingDigest asks
         * @property {Array.<number>|null} [parts] RingDigest parts
         * @property {number|null} [pages] RingDigest pages
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingDigest.
         * @memberof gyre
         * @interface IRingDigest
         * @augments gyre.RingDigest.$Properties
         * @deprecated Use gyre.RingDigest.$Properties instead.
         */

        /**
         * Shape of a RingDigest.
         * @typedef {gyre.RingDigest.$Properties} gyre.RingDigest.$Shape
         */

        /**
         * Constructs a new RingDigest.
         * @memberof gyre
         * @classdesc Represents a RingDigest.
         * @constructor
         * @param {gyre.RingDigest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingDigest = function (properties) {
            this.parts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingDigest informed.
         * @member {boolean} informed
         * @memberof gyre.RingDigest
         * @instance
         */
        RingDigest.prototype.informed = false;

        /**
         * RingDigest asks.
         * @member {boolean} asks
         * @memberof gyre.RingDigest
         * @instance
         */
        RingDigest.prototype.asks = false;

        /**
         * RingDigest parts.
         * @member {Array.<number>} parts
         * @memberof gyre.RingDigest
         * @instance
         */
        RingDigest.prototype.parts = $util.emptyArray;

        /**
         * RingDigest pages.
         * @member {number} pages
         * @memberof gyre.RingDigest
         * @instance
         */
        RingDigest.prototype.pages = 0;

        /**
         * Creates a new RingDigest instance using the specified properties.
         * @function create
         * @memberof gyre.RingDigest
         * @static
         * @param {gyre.RingDigest.$Properties=} [properties] Properties to set
         * @returns {gyre.RingDigest} RingDigest instance
         * @type {{
         *   (properties: gyre.RingDigest.$Shape): gyre.RingDigest & gyre.RingDigest.$Shape;
         *   (properties?: gyre.RingDigest.$Properties): gyre.RingDigest;
         * }}
         */
        RingDigest.create = function(properties) {
            return new RingDigest(properties);
        };

        /**
         * Encodes the specified RingDigest message. Does not implicitly {@link gyre.RingDigest.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingDigest
         * @static
         * @param {gyre.RingDigest.$Properties} message RingDigest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingDigest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.informed != null && $Object.hasOwnProperty.call(message, "informed") && message.informed !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.informed);
            if (message.asks != null && $Object.hasOwnProperty.call(message, "asks") && message.asks !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.asks);
            if (message.parts != null && message.parts.length)
                writer.uint32(/* id 3, wireType 2 =*/26).fixed32s(message.parts);
            if (message.pages != null && $Object.hasOwnProperty.call(message, "pages") && message.pages !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.pages);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingDigest message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingDigest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingDigest & gyre.RingDigest.$Shape} RingDigest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingDigest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingDigest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.informed = value;
                        else
                            delete message.informed;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.asks = value;
                        else
                            delete message.asks;
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.parts && message.parts.length))
                                message.parts = [];
                            reader.fixed32s(message.parts);
                            continue;
                        }
                        if (wireType !== 5)
                            break;
                        if (!(message.parts && message.parts.length))
                            message.parts = [];
                        message.parts.push(reader.fixed32());
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.pages = value;
                        else
                            delete message.pages;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingDigest;
    })();

    gyre.RingPrepare = (function() {

        /**
         * Properties of a RingPrepare.
         * @typedef {Object} gyre.RingPrepare.$Properties
         * @property {number|null} [move] RingPrepare move
         * @property {Array.<number>|null} [slots] RingPrepare slots
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingPrepare.
         * @memberof gyre
         * @interface IRingPrepare
         * @augments gyre.RingPrepare.$Properties
         * @deprecated Use gyre.RingPrepare.$Properties instead.
         */

        /**
         * Shape of a RingPrepare.
         * @typedef {gyre.RingPrepare.$Properties} gyre.RingPrepare.$Shape
         */

        /**
         * Constructs a new RingPrepare.
         * @memberof gyre
         * @classdesc Represents a RingPrepare.
         * @constructor
         * @param {gyre.RingPrepare.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingPrepare = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingPrepare move.
         * @member {number} move
         * @memberof gyre.RingPrepare
         * @instance
         */
        RingPrepare.prototype.move = 0;

        /**
         * RingPrepare slots.
         * @member {Array.<number>} slots
         * @memberof gyre.RingPrepare
         * @instance
         */
        RingPrepare.prototype.slots = $util.emptyArray;

        /**
         * Creates a new RingPrepare instance using the specified properties.
         * @function create
         * @memberof gyre.RingPrepare
         * @static
         * @param {gyre.RingPrepare.$Properties=} [properties] Properties to set
         * @returns {gyre.RingPrepare} RingPrepare instance
         * @type {{
         *   (properties: gyre.RingPrepare.$Shape): gyre.RingPrepare & gyre.RingPrepare.$Shape;
         *   (properties?: gyre.RingPrepare.$Properties): gyre.RingPrepare;
         * }}
         */
        RingPrepare.create = function(properties) {
            return new RingPrepare(properties);
        };

        /**
         * Encodes the specified RingPrepare message. Does not implicitly {@link gyre.RingPrepare.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingPrepare
         * @static
         * @param {gyre.RingPrepare.$Properties} message RingPrepare message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingPrepare.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.move != null && $Object.hasOwnProperty.call(message, "move") && message.move !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.move);
            if (message.slots != null && message.slots.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.slots);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingPrepare message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingPrepare
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingPrepare & gyre.RingPrepare.$Shape} RingPrepare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingPrepare.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingPrepare();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.move = value;
                        else
                            delete message.move;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            reader.uint32s(message.slots);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push(reader.uint32());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingPrepare;
    })();

    gyre.RingFlip = (function() {

        /**
         * Properties of a RingFlip.
         * @typedef {Object} gyre.RingFlip.$Properties
         * @property {number|null} [move] RingFlip move
         * @property {Array.<number>|null} [slots] RingFlip slots
         * @property {number|null} [termHigh] RingFlip termHigh
         * @property {number|null} [termLow] RingFlip termLow
         * @property {number|null} [remainingMs] RingFlip remainingMs
         * @property {string|null} [giver] RingFlip giver
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingFlip.
         * @memberof gyre
         * @interface IRingFlip
         * @augments gyre.RingFlip.$Properties
         * @deprecated Use gyre.RingFlip.$Properties instead.
         */

        /**
         * Shape of a RingFlip.
         * @typedef {gyre.RingFlip.$Properties} gyre.RingFlip.$Shape
         */

        /**
         * Constructs a new RingFlip.
         * @memberof gyre
         * @classdesc Represents a RingFlip.
         * @constructor
         * @param {gyre.RingFlip.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingFlip = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingFlip move.
         * @member {number} move
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.move = 0;

        /**
         * RingFlip slots.
         * @member {Array.<number>} slots
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.slots = $util.emptyArray;

        /**
         * RingFlip termHigh.
         * @member {number} termHigh
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.termHigh = 0;

        /**
         * RingFlip termLow.
         * @member {number} termLow
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.termLow = 0;

        /**
         * RingFlip remainingMs.
         * @member {number} remainingMs
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.remainingMs = 0;

        /**
         * RingFlip giver.
         * @member {string} giver
         * @memberof gyre.RingFlip
         * @instance
         */
        RingFlip.prototype.giver = "";

        /**
         * Creates a new RingFlip instance using the specified properties.
         * @function create
         * @memberof gyre.RingFlip
         * @static
         * @param {gyre.RingFlip.$Properties=} [properties] Properties to set
         * @returns {gyre.RingFlip} RingFlip instance
         * @type {{
         *   (properties: gyre.RingFlip.$Shape): gyre.RingFlip & gyre.RingFlip.$Shape;
         *   (properties?: gyre.RingFlip.$Properties): gyre.RingFlip;
         * }}
         */
        RingFlip.create = function(properties) {
            return new RingFlip(properties);
        };

        /**
         * Encodes the specified RingFlip message. Does not implicitly {@link gyre.RingFlip.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingFlip
         * @static
         * @param {gyre.RingFlip.$Properties} message RingFlip message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingFlip.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.move != null && $Object.hasOwnProperty.call(message, "move") && message.move !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.move);
            if (message.slots != null && message.slots.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.slots);
            if (message.termHigh != null && $Object.hasOwnProperty.call(message, "termHigh") && message.termHigh !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.termHigh);
            if (message.termLow != null && $Object.hasOwnProperty.call(message, "termLow") && message.termLow !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.termLow);
            if (message.remainingMs != null && $Object.hasOwnProperty.call(message, "remainingMs") && message.remainingMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.remainingMs);
            if (message.giver != null && $Object.hasOwnProperty.call(message, "giver") && message.giver !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.giver);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingFlip message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingFlip
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingFlip & gyre.RingFlip.$Shape} RingFlip
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingFlip.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingFlip();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.move = value;
                        else
                            delete message.move;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            reader.uint32s(message.slots);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push(reader.uint32());
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.termHigh = value;
                        else
                            delete message.termHigh;
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.termLow = value;
                        else
                            delete message.termLow;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.remainingMs = value;
                        else
                            delete message.remainingMs;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.giver = value;
                        else
                            delete message.giver;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingFlip;
    })();

    gyre.RingAsk = (function() {

        /**
         * Properties of a RingAsk.
         * @typedef {Object} gyre.RingAsk.$Properties
         * @property {number|null} [round] RingAsk round
         * @property {Array.<gyre.RingClaim.$Properties>|null} [wants] RingAsk wants
         * @property {string|null} [asker] RingAsk asker
         * @property {string|null} [giver] RingAsk giver
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingAsk.
         * @memberof gyre
         * @interface IRingAsk
         * @augments gyre.RingAsk.$Properties
         * @deprecated Use gyre.RingAsk.$Properties instead.
         */

        /**
         * Shape of a RingAsk.
         * @typedef {gyre.RingAsk.$Properties} gyre.RingAsk.$Shape
         */

        /**
         * Constructs a new RingAsk.
         * @memberof gyre
         * @classdesc Represents a RingAsk.
         * @constructor
         * @param {gyre.RingAsk.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingAsk = function (properties) {
            this.wants = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingAsk round.
         * @member {number} round
         * @memberof gyre.RingAsk
         * @instance
         */
        RingAsk.prototype.round = 0;

        /**
         * RingAsk wants.
         * @member {Array.<gyre.RingClaim.$Properties>} wants
         * @memberof gyre.RingAsk
         * @instance
         */
        RingAsk.prototype.wants = $util.emptyArray;

        /**
         * RingAsk asker.
         * @member {string} asker
         * @memberof gyre.RingAsk
         * @instance
         */
        RingAsk.prototype.asker = "";

        /**
         * RingAsk giver.
         * @member {string} giver
         * @memberof gyre.RingAsk
         * @instance
         */
        RingAsk.prototype.giver = "";

        /**
         * Creates a new RingAsk instance using the specified properties.
         * @function create
         * @memberof gyre.RingAsk
         * @static
         * @param {gyre.RingAsk.$Properties=} [properties] Properties to set
         * @returns {gyre.RingAsk} RingAsk instance
         * @type {{
         *   (properties: gyre.RingAsk.$Shape): gyre.RingAsk & gyre.RingAsk.$Shape;
         *   (properties?: gyre.RingAsk.$Properties): gyre.RingAsk;
         * }}
         */
        RingAsk.create = function(properties) {
            return new RingAsk(properties);
        };

        /**
         * Encodes the specified RingAsk message. Does not implicitly {@link gyre.RingAsk.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingAsk
         * @static
         * @param {gyre.RingAsk.$Properties} message RingAsk message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingAsk.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.round);
            if (message.wants != null && message.wants.length)
                for (let i = 0; i < message.wants.length; ++i)
                    $root.gyre.RingClaim.encode(message.wants[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.asker != null && $Object.hasOwnProperty.call(message, "asker") && message.asker !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.asker);
            if (message.giver != null && $Object.hasOwnProperty.call(message, "giver") && message.giver !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.giver);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingAsk message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingAsk
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingAsk & gyre.RingAsk.$Shape} RingAsk
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingAsk.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingAsk();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.round = value;
                        else
                            delete message.round;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.wants && message.wants.length))
                            message.wants = [];
                        message.wants.push($root.gyre.RingClaim.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.asker = value;
                        else
                            delete message.asker;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.giver = value;
                        else
                            delete message.giver;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingAsk;
    })();

    gyre.RingGrant = (function() {

        /**
         * Properties of a RingGrant.
         * @typedef {Object} gyre.RingGrant.$Properties
         * @property {number|null} [round] RingGrant round
         * @property {Array.<number>|null} [slots] RingGrant slots
         * @property {number|null} [seenHigh] RingGrant seenHigh
         * @property {number|null} [seenLow] RingGrant seenLow
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingGrant.
         * @memberof gyre
         * @interface IRingGrant
         * @augments gyre.RingGrant.$Properties
         * @deprecated Use gyre.RingGrant.$Properties instead.
         */

        /**
         * Shape of a RingGrant.
         * @typedef {gyre.RingGrant.$Properties} gyre.RingGrant.$Shape
         */

        /**
         * Constructs a new RingGrant.
         * @memberof gyre
         * @classdesc Represents a RingGrant.
         * @constructor
         * @param {gyre.RingGrant.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingGrant = function (properties) {
            this.slots = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingGrant round.
         * @member {number} round
         * @memberof gyre.RingGrant
         * @instance
         */
        RingGrant.prototype.round = 0;

        /**
         * RingGrant slots.
         * @member {Array.<number>} slots
         * @memberof gyre.RingGrant
         * @instance
         */
        RingGrant.prototype.slots = $util.emptyArray;

        /**
         * RingGrant seenHigh.
         * @member {number} seenHigh
         * @memberof gyre.RingGrant
         * @instance
         */
        RingGrant.prototype.seenHigh = 0;

        /**
         * RingGrant seenLow.
         * @member {number} seenLow
         * @memberof gyre.RingGrant
         * @instance
         */
        RingGrant.prototype.seenLow = 0;

        /**
         * Creates a new RingGrant instance using the specified properties.
         * @function create
         * @memberof gyre.RingGrant
         * @static
         * @param {gyre.RingGrant.$Properties=} [properties] Properties to set
         * @returns {gyre.RingGrant} RingGrant instance
         * @type {{
         *   (properties: gyre.RingGrant.$Shape): gyre.RingGrant & gyre.RingGrant.$Shape;
         *   (properties?: gyre.RingGrant.$Properties): gyre.RingGrant;
         * }}
         */
        RingGrant.create = function(properties) {
            return new RingGrant(properties);
        };

        /**
         * Encodes the specified RingGrant message. Does not implicitly {@link gyre.RingGrant.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingGrant
         * @static
         * @param {gyre.RingGrant.$Properties} message RingGrant message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingGrant.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.round);
            if (message.slots != null && message.slots.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.slots);
            if (message.seenHigh != null && $Object.hasOwnProperty.call(message, "seenHigh") && message.seenHigh !== 0)
                writer.uint32(/* id 3, wireType 5 =*/29).fixed32(message.seenHigh);
            if (message.seenLow != null && $Object.hasOwnProperty.call(message, "seenLow") && message.seenLow !== 0)
                writer.uint32(/* id 4, wireType 5 =*/37).fixed32(message.seenLow);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingGrant message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingGrant
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingGrant & gyre.RingGrant.$Shape} RingGrant
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingGrant.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingGrant();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.round = value;
                        else
                            delete message.round;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.slots && message.slots.length))
                                message.slots = [];
                            reader.uint32s(message.slots);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.slots && message.slots.length))
                            message.slots = [];
                        message.slots.push(reader.uint32());
                        continue;
                    }
                case 3: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.seenHigh = value;
                        else
                            delete message.seenHigh;
                        continue;
                    }
                case 4: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.seenLow = value;
                        else
                            delete message.seenLow;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingGrant;
    })();

    gyre.MemberTraits = (function() {

        /**
         * Properties of a MemberTraits.
         * @typedef {Object} gyre.MemberTraits.$Properties
         * @property {Uint8Array|null} [meta] MemberTraits meta
         * @property {string|null} [zone] MemberTraits zone
         * @property {string|null} [host] MemberTraits host
         * @property {number|null} [weight] MemberTraits weight
         * @property {Array.<string>|null} [roles] MemberTraits roles
         * @property {Array.<gyre.RingPart.$Properties>|null} [rings] MemberTraits rings
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MemberTraits.
         * @memberof gyre
         * @interface IMemberTraits
         * @augments gyre.MemberTraits.$Properties
         * @deprecated Use gyre.MemberTraits.$Properties instead.
         */

        /**
         * Shape of a MemberTraits.
         * @typedef {gyre.MemberTraits.$Properties} gyre.MemberTraits.$Shape
         */

        /**
         * Constructs a new MemberTraits.
         * @memberof gyre
         * @classdesc Represents a MemberTraits.
         * @constructor
         * @param {gyre.MemberTraits.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MemberTraits = function (properties) {
            this.roles = [];
            this.rings = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MemberTraits meta.
         * @member {Uint8Array} meta
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.meta = $util.newBuffer([]);

        /**
         * MemberTraits zone.
         * @member {string} zone
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.zone = "";

        /**
         * MemberTraits host.
         * @member {string} host
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.host = "";

        /**
         * MemberTraits weight.
         * @member {number} weight
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.weight = 0;

        /**
         * MemberTraits roles.
         * @member {Array.<string>} roles
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.roles = $util.emptyArray;

        /**
         * MemberTraits rings.
         * @member {Array.<gyre.RingPart.$Properties>} rings
         * @memberof gyre.MemberTraits
         * @instance
         */
        MemberTraits.prototype.rings = $util.emptyArray;

        /**
         * Creates a new MemberTraits instance using the specified properties.
         * @function create
         * @memberof gyre.MemberTraits
         * @static
         * @param {gyre.MemberTraits.$Properties=} [properties] Properties to set
         * @returns {gyre.MemberTraits} MemberTraits instance
         * @type {{
         *   (properties: gyre.MemberTraits.$Shape): gyre.MemberTraits & gyre.MemberTraits.$Shape;
         *   (properties?: gyre.MemberTraits.$Properties): gyre.MemberTraits;
         * }}
         */
        MemberTraits.create = function(properties) {
            return new MemberTraits(properties);
        };

        /**
         * Encodes the specified MemberTraits message. Does not implicitly {@link gyre.MemberTraits.verify|verify} messages.
         * @function encode
         * @memberof gyre.MemberTraits
         * @static
         * @param {gyre.MemberTraits.$Properties} message MemberTraits message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MemberTraits.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.meta != null && $Object.hasOwnProperty.call(message, "meta") && message.meta.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.meta);
            if (message.zone != null && $Object.hasOwnProperty.call(message, "zone") && message.zone !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.zone);
            if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.host);
            if (message.weight != null && $Object.hasOwnProperty.call(message, "weight") && !$Object.is(message.weight, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.weight);
            if (message.roles != null && message.roles.length)
                for (let i = 0; i < message.roles.length; ++i)
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.roles[i]);
            if (message.rings != null && message.rings.length)
                for (let i = 0; i < message.rings.length; ++i)
                    $root.gyre.RingPart.encode(message.rings[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MemberTraits message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.MemberTraits
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.MemberTraits & gyre.MemberTraits.$Shape} MemberTraits
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MemberTraits.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.MemberTraits();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.meta = value;
                        else
                            delete message.meta;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.zone = value;
                        else
                            delete message.zone;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.host = value;
                        else
                            delete message.host;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.weight = value;
                        else
                            delete message.weight;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.roles && message.roles.length))
                            message.roles = [];
                        message.roles.push(reader.stringVerify());
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.rings && message.rings.length))
                            message.rings = [];
                        message.rings.push($root.gyre.RingPart.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemberTraits;
    })();

    gyre.RingPart = (function() {

        /**
         * Properties of a RingPart.
         * @typedef {Object} gyre.RingPart.$Properties
         * @property {string|null} [name] RingPart name
         * @property {string|null} [rules] RingPart rules
         * @property {boolean|null} [leaving] RingPart leaving
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RingPart.
         * @memberof gyre
         * @interface IRingPart
         * @augments gyre.RingPart.$Properties
         * @deprecated Use gyre.RingPart.$Properties instead.
         */

        /**
         * Shape of a RingPart.
         * @typedef {gyre.RingPart.$Properties} gyre.RingPart.$Shape
         */

        /**
         * Constructs a new RingPart.
         * @memberof gyre
         * @classdesc Represents a RingPart.
         * @constructor
         * @param {gyre.RingPart.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RingPart = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RingPart name.
         * @member {string} name
         * @memberof gyre.RingPart
         * @instance
         */
        RingPart.prototype.name = "";

        /**
         * RingPart rules.
         * @member {string} rules
         * @memberof gyre.RingPart
         * @instance
         */
        RingPart.prototype.rules = "";

        /**
         * RingPart leaving.
         * @member {boolean} leaving
         * @memberof gyre.RingPart
         * @instance
         */
        RingPart.prototype.leaving = false;

        /**
         * Creates a new RingPart instance using the specified properties.
         * @function create
         * @memberof gyre.RingPart
         * @static
         * @param {gyre.RingPart.$Properties=} [properties] Properties to set
         * @returns {gyre.RingPart} RingPart instance
         * @type {{
         *   (properties: gyre.RingPart.$Shape): gyre.RingPart & gyre.RingPart.$Shape;
         *   (properties?: gyre.RingPart.$Properties): gyre.RingPart;
         * }}
         */
        RingPart.create = function(properties) {
            return new RingPart(properties);
        };

        /**
         * Encodes the specified RingPart message. Does not implicitly {@link gyre.RingPart.verify|verify} messages.
         * @function encode
         * @memberof gyre.RingPart
         * @static
         * @param {gyre.RingPart.$Properties} message RingPart message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RingPart.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.rules != null && $Object.hasOwnProperty.call(message, "rules") && message.rules !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.rules);
            if (message.leaving != null && $Object.hasOwnProperty.call(message, "leaving") && message.leaving !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.leaving);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RingPart message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.RingPart
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.RingPart & gyre.RingPart.$Shape} RingPart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RingPart.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.RingPart();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.rules = value;
                        else
                            delete message.rules;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.leaving = value;
                        else
                            delete message.leaving;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return RingPart;
    })();

    gyre.Datagram = (function() {

        /**
         * Properties of a Datagram.
         * @typedef {Object} gyre.Datagram.$Properties
         * @property {string|null} [topic] Datagram topic
         * @property {Uint8Array|null} [body] Datagram body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Datagram.
         * @memberof gyre
         * @interface IDatagram
         * @augments gyre.Datagram.$Properties
         * @deprecated Use gyre.Datagram.$Properties instead.
         */

        /**
         * Shape of a Datagram.
         * @typedef {gyre.Datagram.$Properties} gyre.Datagram.$Shape
         */

        /**
         * Constructs a new Datagram.
         * @memberof gyre
         * @classdesc Represents a Datagram.
         * @constructor
         * @param {gyre.Datagram.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Datagram = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Datagram topic.
         * @member {string} topic
         * @memberof gyre.Datagram
         * @instance
         */
        Datagram.prototype.topic = "";

        /**
         * Datagram body.
         * @member {Uint8Array} body
         * @memberof gyre.Datagram
         * @instance
         */
        Datagram.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new Datagram instance using the specified properties.
         * @function create
         * @memberof gyre.Datagram
         * @static
         * @param {gyre.Datagram.$Properties=} [properties] Properties to set
         * @returns {gyre.Datagram} Datagram instance
         * @type {{
         *   (properties: gyre.Datagram.$Shape): gyre.Datagram & gyre.Datagram.$Shape;
         *   (properties?: gyre.Datagram.$Properties): gyre.Datagram;
         * }}
         */
        Datagram.create = function(properties) {
            return new Datagram(properties);
        };

        /**
         * Encodes the specified Datagram message. Does not implicitly {@link gyre.Datagram.verify|verify} messages.
         * @function encode
         * @memberof gyre.Datagram
         * @static
         * @param {gyre.Datagram.$Properties} message Datagram message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Datagram.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Datagram message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Datagram
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Datagram & gyre.Datagram.$Shape} Datagram
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Datagram.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Datagram();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.topic = value;
                        else
                            delete message.topic;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Datagram;
    })();

    gyre.Broadcast = (function() {

        /**
         * Properties of a Broadcast.
         * @typedef {Object} gyre.Broadcast.$Properties
         * @property {Uint8Array|null} [origin] Broadcast origin
         * @property {number|null} [run] Broadcast run
         * @property {number|null} [sequence] Broadcast sequence
         * @property {string|null} [topic] Broadcast topic
         * @property {Uint8Array|null} [body] Broadcast body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Broadcast.
         * @memberof gyre
         * @interface IBroadcast
         * @augments gyre.Broadcast.$Properties
         * @deprecated Use gyre.Broadcast.$Properties instead.
         */

        /**
         * Shape of a Broadcast.
         * @typedef {gyre.Broadcast.$Properties} gyre.Broadcast.$Shape
         */

        /**
         * Constructs a new Broadcast.
         * @memberof gyre
         * @classdesc Represents a Broadcast.
         * @constructor
         * @param {gyre.Broadcast.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Broadcast = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Broadcast origin.
         * @member {Uint8Array} origin
         * @memberof gyre.Broadcast
         * @instance
         */
        Broadcast.prototype.origin = $util.newBuffer([]);

        /**
         * Broadcast run.
         * @member {number} run
         * @memberof gyre.Broadcast
         * @instance
         */
        Broadcast.prototype.run = 0;

        /**
         * Broadcast sequence.
         * @member {number} sequence
         * @memberof gyre.Broadcast
         * @instance
         */
        Broadcast.prototype.sequence = 0;

        /**
         * Broadcast topic.
         * @member {string} topic
         * @memberof gyre.Broadcast
         * @instance
         */
        Broadcast.prototype.topic = "";

        /**
         * Broadcast body.
         * @member {Uint8Array} body
         * @memberof gyre.Broadcast
         * @instance
         */
        Broadcast.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new Broadcast instance using the specified properties.
         * @function create
         * @memberof gyre.Broadcast
         * @static
         * @param {gyre.Broadcast.$Properties=} [properties] Properties to set
         * @returns {gyre.Broadcast} Broadcast instance
         * @type {{
         *   (properties: gyre.Broadcast.$Shape): gyre.Broadcast & gyre.Broadcast.$Shape;
         *   (properties?: gyre.Broadcast.$Properties): gyre.Broadcast;
         * }}
         */
        Broadcast.create = function(properties) {
            return new Broadcast(properties);
        };

        /**
         * Encodes the specified Broadcast message. Does not implicitly {@link gyre.Broadcast.verify|verify} messages.
         * @function encode
         * @memberof gyre.Broadcast
         * @static
         * @param {gyre.Broadcast.$Properties} message Broadcast message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Broadcast.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.origin != null && $Object.hasOwnProperty.call(message, "origin") && message.origin.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.origin);
            if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.run);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && message.sequence !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.sequence);
            if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.topic);
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Broadcast message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Broadcast
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Broadcast & gyre.Broadcast.$Shape} Broadcast
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Broadcast.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Broadcast();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.origin = value;
                        else
                            delete message.origin;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.run = value;
                        else
                            delete message.run;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.topic = value;
                        else
                            delete message.topic;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Broadcast;
    })();

    gyre.Broadcasts = (function() {

        /**
         * Properties of a Broadcasts.
         * @typedef {Object} gyre.Broadcasts.$Properties
         * @property {Array.<gyre.Broadcast.$Properties>|null} [broadcasts] Broadcasts broadcasts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Broadcasts.
         * @memberof gyre
         * @interface IBroadcasts
         * @augments gyre.Broadcasts.$Properties
         * @deprecated Use gyre.Broadcasts.$Properties instead.
         */

        /**
         * Shape of a Broadcasts.
         * @typedef {gyre.Broadcasts.$Properties} gyre.Broadcasts.$Shape
         */

        /**
         * Constructs a new Broadcasts.
         * @memberof gyre
         * @classdesc Represents a Broadcasts.
         * @constructor
         * @param {gyre.Broadcasts.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Broadcasts = function (properties) {
            this.broadcasts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Broadcasts broadcasts.
         * @member {Array.<gyre.Broadcast.$Properties>} broadcasts
         * @memberof gyre.Broadcasts
         * @instance
         */
        Broadcasts.prototype.broadcasts = $util.emptyArray;

        /**
         * Creates a new Broadcasts instance using the specified properties.
         * @function create
         * @memberof gyre.Broadcasts
         * @static
         * @param {gyre.Broadcasts.$Properties=} [properties] Properties to set
         * @returns {gyre.Broadcasts} Broadcasts instance
         * @type {{
         *   (properties: gyre.Broadcasts.$Shape): gyre.Broadcasts & gyre.Broadcasts.$Shape;
         *   (properties?: gyre.Broadcasts.$Properties): gyre.Broadcasts;
         * }}
         */
        Broadcasts.create = function(properties) {
            return new Broadcasts(properties);
        };

        /**
         * Encodes the specified Broadcasts message. Does not implicitly {@link gyre.Broadcasts.verify|verify} messages.
         * @function encode
         * @memberof gyre.Broadcasts
         * @static
         * @param {gyre.Broadcasts.$Properties} message Broadcasts message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Broadcasts.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.broadcasts != null && message.broadcasts.length)
                for (let i = 0; i < message.broadcasts.length; ++i)
                    $root.gyre.Broadcast.encode(message.broadcasts[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Broadcasts message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Broadcasts
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Broadcasts & gyre.Broadcasts.$Shape} Broadcasts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Broadcasts.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Broadcasts();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.broadcasts && message.broadcasts.length))
                            message.broadcasts = [];
                        message.broadcasts.push($root.gyre.Broadcast.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Broadcasts;
    })();

    gyre.Facts = (function() {

        /**
         * Properties of a Facts.
         * @typedef {Object} gyre.Facts.$Properties
         * @property {Uint8Array|null} [owner] Facts owner
         * @property {number|null} [run] Facts run
         * @property {number|null} [since] Facts since
         * @property {number|null} [upto] Facts upto
         * @property {Array.<gyre.Fact.$Properties>|null} [facts] Facts facts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Facts.
         * @memberof gyre
         * @interface IFacts
         * @augments gyre.Facts.$Properties
         * @deprecated Use gyre.Facts.$Properties instead.
         */

        /**
         * Shape of a Facts.
         * @typedef {gyre.Facts.$Properties} gyre.Facts.$Shape
         */

        /**
         * Constructs a new Facts.
         * @memberof gyre
         * @classdesc Represents a Facts.
         * @constructor
         * @param {gyre.Facts.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Facts = function (properties) {
            this.facts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Facts owner.
         * @member {Uint8Array} owner
         * @memberof gyre.Facts
         * @instance
         */
        Facts.prototype.owner = $util.newBuffer([]);

        /**
         * Facts run.
         * @member {number} run
         * @memberof gyre.Facts
         * @instance
         */
        Facts.prototype.run = 0;

        /**
         * Facts since.
         * @member {number} since
         * @memberof gyre.Facts
         * @instance
         */
        Facts.prototype.since = 0;

        /**
         * Facts upto.
         * @member {number} upto
         * @memberof gyre.Facts
         * @instance
         */
        Facts.prototype.upto = 0;

        /**
         * Facts facts.
         * @member {Array.<gyre.Fact.$Properties>} facts
         * @memberof gyre.Facts
         * @instance
         */
        Facts.prototype.facts = $util.emptyArray;

        /**
         * Creates a new Facts instance using the specified properties.
         * @function create
         * @memberof gyre.Facts
         * @static
         * @param {gyre.Facts.$Properties=} [properties] Properties to set
         * @returns {gyre.Facts} Facts instance
         * @type {{
         *   (properties: gyre.Facts.$Shape): gyre.Facts & gyre.Facts.$Shape;
         *   (properties?: gyre.Facts.$Properties): gyre.Facts;
         * }}
         */
        Facts.create = function(properties) {
            return new Facts(properties);
        };

        /**
         * Encodes the specified Facts message. Does not implicitly {@link gyre.Facts.verify|verify} messages.
         * @function encode
         * @memberof gyre.Facts
         * @static
         * @param {gyre.Facts.$Properties} message Facts message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Facts.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.owner != null && $Object.hasOwnProperty.call(message, "owner") && message.owner.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.owner);
            if (message.run != null && $Object.hasOwnProperty.call(message, "run") && message.run !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.run);
            if (message.since != null && $Object.hasOwnProperty.call(message, "since") && message.since !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.since);
            if (message.upto != null && $Object.hasOwnProperty.call(message, "upto") && message.upto !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.upto);
            if (message.facts != null && message.facts.length)
                for (let i = 0; i < message.facts.length; ++i)
                    $root.gyre.Fact.encode(message.facts[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Facts message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Facts
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Facts & gyre.Facts.$Shape} Facts
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Facts.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Facts();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.owner = value;
                        else
                            delete message.owner;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.run = value;
                        else
                            delete message.run;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.since = value;
                        else
                            delete message.since;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.upto = value;
                        else
                            delete message.upto;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.facts && message.facts.length))
                            message.facts = [];
                        message.facts.push($root.gyre.Fact.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Facts;
    })();

    gyre.Fact = (function() {

        /**
         * Properties of a Fact.
         * @typedef {Object} gyre.Fact.$Properties
         * @property {string|null} [key] Fact key
         * @property {number|null} [version] Fact version
         * @property {Uint8Array|null} [value] Fact value
         * @property {boolean|null} [deleted] Fact deleted
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Fact.
         * @memberof gyre
         * @interface IFact
         * @augments gyre.Fact.$Properties
         * @deprecated Use gyre.Fact.$Properties instead.
         */

        /**
         * Shape of a Fact.
         * @typedef {gyre.Fact.$Properties} gyre.Fact.$Shape
         */

        /**
         * Constructs a new Fact.
         * @memberof gyre
         * @classdesc Represents a Fact.
         * @constructor
         * @param {gyre.Fact.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Fact = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Fact key.
         * @member {string} key
         * @memberof gyre.Fact
         * @instance
         */
        Fact.prototype.key = "";

        /**
         * Fact version.
         * @member {number} version
         * @memberof gyre.Fact
         * @instance
         */
        Fact.prototype.version = 0;

        /**
         * Fact value.
         * @member {Uint8Array} value
         * @memberof gyre.Fact
         * @instance
         */
        Fact.prototype.value = $util.newBuffer([]);

        /**
         * Fact deleted.
         * @member {boolean} deleted
         * @memberof gyre.Fact
         * @instance
         */
        Fact.prototype.deleted = false;

        /**
         * Creates a new Fact instance using the specified properties.
         * @function create
         * @memberof gyre.Fact
         * @static
         * @param {gyre.Fact.$Properties=} [properties] Properties to set
         * @returns {gyre.Fact} Fact instance
         * @type {{
         *   (properties: gyre.Fact.$Shape): gyre.Fact & gyre.Fact.$Shape;
         *   (properties?: gyre.Fact.$Properties): gyre.Fact;
         * }}
         */
        Fact.create = function(properties) {
            return new Fact(properties);
        };

        /**
         * Encodes the specified Fact message. Does not implicitly {@link gyre.Fact.verify|verify} messages.
         * @function encode
         * @memberof gyre.Fact
         * @static
         * @param {gyre.Fact.$Properties} message Fact message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Fact.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.key);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.version);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.value);
            if (message.deleted != null && $Object.hasOwnProperty.call(message, "deleted") && message.deleted !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.deleted);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Fact message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Fact
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Fact & gyre.Fact.$Shape} Fact
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Fact.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Fact();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.deleted = value;
                        else
                            delete message.deleted;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Fact;
    })();

    gyre.FactsPage = (function() {

        /**
         * Properties of a FactsPage.
         * @typedef {Object} gyre.FactsPage.$Properties
         * @property {Array.<gyre.Facts.$Properties>|null} [facts] FactsPage facts
         * @property {boolean|null} [all] FactsPage all
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FactsPage.
         * @memberof gyre
         * @interface IFactsPage
         * @augments gyre.FactsPage.$Properties
         * @deprecated Use gyre.FactsPage.$Properties instead.
         */

        /**
         * Shape of a FactsPage.
         * @typedef {gyre.FactsPage.$Properties} gyre.FactsPage.$Shape
         */

        /**
         * Constructs a new FactsPage.
         * @memberof gyre
         * @classdesc Represents a FactsPage.
         * @constructor
         * @param {gyre.FactsPage.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FactsPage = function (properties) {
            this.facts = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FactsPage facts.
         * @member {Array.<gyre.Facts.$Properties>} facts
         * @memberof gyre.FactsPage
         * @instance
         */
        FactsPage.prototype.facts = $util.emptyArray;

        /**
         * FactsPage all.
         * @member {boolean} all
         * @memberof gyre.FactsPage
         * @instance
         */
        FactsPage.prototype.all = false;

        /**
         * Creates a new FactsPage instance using the specified properties.
         * @function create
         * @memberof gyre.FactsPage
         * @static
         * @param {gyre.FactsPage.$Properties=} [properties] Properties to set
         * @returns {gyre.FactsPage} FactsPage instance
         * @type {{
         *   (properties: gyre.FactsPage.$Shape): gyre.FactsPage & gyre.FactsPage.$Shape;
         *   (properties?: gyre.FactsPage.$Properties): gyre.FactsPage;
         * }}
         */
        FactsPage.create = function(properties) {
            return new FactsPage(properties);
        };

        /**
         * Encodes the specified FactsPage message. Does not implicitly {@link gyre.FactsPage.verify|verify} messages.
         * @function encode
         * @memberof gyre.FactsPage
         * @static
         * @param {gyre.FactsPage.$Properties} message FactsPage message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FactsPage.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.facts != null && message.facts.length)
                for (let i = 0; i < message.facts.length; ++i)
                    $root.gyre.Facts.encode(message.facts[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.all != null && $Object.hasOwnProperty.call(message, "all") && message.all !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.all);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FactsPage message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.FactsPage
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.FactsPage & gyre.FactsPage.$Shape} FactsPage
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FactsPage.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.FactsPage();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.facts && message.facts.length))
                            message.facts = [];
                        message.facts.push($root.gyre.Facts.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.all = value;
                        else
                            delete message.all;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return FactsPage;
    })();

    gyre.Watch = (function() {

        /**
         * Properties of a Watch.
         * @typedef {Object} gyre.Watch.$Properties
         * @property {Uint8Array|null} [target] Watch target
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Watch.
         * @memberof gyre
         * @interface IWatch
         * @augments gyre.Watch.$Properties
         * @deprecated Use gyre.Watch.$Properties instead.
         */

        /**
         * Shape of a Watch.
         * @typedef {gyre.Watch.$Properties} gyre.Watch.$Shape
         */

        /**
         * Constructs a new Watch.
         * @memberof gyre
         * @classdesc Represents a Watch.
         * @constructor
         * @param {gyre.Watch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Watch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Watch target.
         * @member {Uint8Array} target
         * @memberof gyre.Watch
         * @instance
         */
        Watch.prototype.target = $util.newBuffer([]);

        /**
         * Creates a new Watch instance using the specified properties.
         * @function create
         * @memberof gyre.Watch
         * @static
         * @param {gyre.Watch.$Properties=} [properties] Properties to set
         * @returns {gyre.Watch} Watch instance
         * @type {{
         *   (properties: gyre.Watch.$Shape): gyre.Watch & gyre.Watch.$Shape;
         *   (properties?: gyre.Watch.$Properties): gyre.Watch;
         * }}
         */
        Watch.create = function(properties) {
            return new Watch(properties);
        };

        /**
         * Encodes the specified Watch message. Does not implicitly {@link gyre.Watch.verify|verify} messages.
         * @function encode
         * @memberof gyre.Watch
         * @static
         * @param {gyre.Watch.$Properties} message Watch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Watch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.target);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Watch message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Watch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Watch & gyre.Watch.$Shape} Watch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Watch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Watch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.target = value;
                        else
                            delete message.target;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Watch;
    })();

    gyre.Watching = (function() {

        /**
         * Properties of a Watching.
         * @typedef {Object} gyre.Watching.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Watching.
         * @memberof gyre
         * @interface IWatching
         * @augments gyre.Watching.$Properties
         * @deprecated Use gyre.Watching.$Properties instead.
         */

        /**
         * Shape of a Watching.
         * @typedef {gyre.Watching.$Properties} gyre.Watching.$Shape
         */

        /**
         * Constructs a new Watching.
         * @memberof gyre
         * @classdesc Represents a Watching.
         * @constructor
         * @param {gyre.Watching.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Watching = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Watching instance using the specified properties.
         * @function create
         * @memberof gyre.Watching
         * @static
         * @param {gyre.Watching.$Properties=} [properties] Properties to set
         * @returns {gyre.Watching} Watching instance
         * @type {{
         *   (properties: gyre.Watching.$Shape): gyre.Watching & gyre.Watching.$Shape;
         *   (properties?: gyre.Watching.$Properties): gyre.Watching;
         * }}
         */
        Watching.create = function(properties) {
            return new Watching(properties);
        };

        /**
         * Encodes the specified Watching message. Does not implicitly {@link gyre.Watching.verify|verify} messages.
         * @function encode
         * @memberof gyre.Watching
         * @static
         * @param {gyre.Watching.$Properties} message Watching message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Watching.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Watching message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.Watching
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.Watching & gyre.Watching.$Shape} Watching
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Watching.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.Watching();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Watching;
    })();

    gyre.KeyChange = (function() {

        /**
         * Properties of a KeyChange.
         * @typedef {Object} gyre.KeyChange.$Properties
         * @property {string|null} [op] KeyChange op
         * @property {Uint8Array|null} [key] KeyChange key
         * @property {string|null} [id] KeyChange id
         * @property {boolean|null} [force] KeyChange force
         * @property {Uint8Array|null} [target] KeyChange target
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyChange.
         * @memberof gyre
         * @interface IKeyChange
         * @augments gyre.KeyChange.$Properties
         * @deprecated Use gyre.KeyChange.$Properties instead.
         */

        /**
         * Shape of a KeyChange.
         * @typedef {gyre.KeyChange.$Properties} gyre.KeyChange.$Shape
         */

        /**
         * Constructs a new KeyChange.
         * @memberof gyre
         * @classdesc Represents a KeyChange.
         * @constructor
         * @param {gyre.KeyChange.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyChange = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyChange op.
         * @member {string} op
         * @memberof gyre.KeyChange
         * @instance
         */
        KeyChange.prototype.op = "";

        /**
         * KeyChange key.
         * @member {Uint8Array} key
         * @memberof gyre.KeyChange
         * @instance
         */
        KeyChange.prototype.key = $util.newBuffer([]);

        /**
         * KeyChange id.
         * @member {string} id
         * @memberof gyre.KeyChange
         * @instance
         */
        KeyChange.prototype.id = "";

        /**
         * KeyChange force.
         * @member {boolean} force
         * @memberof gyre.KeyChange
         * @instance
         */
        KeyChange.prototype.force = false;

        /**
         * KeyChange target.
         * @member {Uint8Array} target
         * @memberof gyre.KeyChange
         * @instance
         */
        KeyChange.prototype.target = $util.newBuffer([]);

        /**
         * Creates a new KeyChange instance using the specified properties.
         * @function create
         * @memberof gyre.KeyChange
         * @static
         * @param {gyre.KeyChange.$Properties=} [properties] Properties to set
         * @returns {gyre.KeyChange} KeyChange instance
         * @type {{
         *   (properties: gyre.KeyChange.$Shape): gyre.KeyChange & gyre.KeyChange.$Shape;
         *   (properties?: gyre.KeyChange.$Properties): gyre.KeyChange;
         * }}
         */
        KeyChange.create = function(properties) {
            return new KeyChange(properties);
        };

        /**
         * Encodes the specified KeyChange message. Does not implicitly {@link gyre.KeyChange.verify|verify} messages.
         * @function encode
         * @memberof gyre.KeyChange
         * @static
         * @param {gyre.KeyChange.$Properties} message KeyChange message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyChange.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.op != null && $Object.hasOwnProperty.call(message, "op") && message.op !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.op);
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.id);
            if (message.force != null && $Object.hasOwnProperty.call(message, "force") && message.force !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.force);
            if (message.target != null && $Object.hasOwnProperty.call(message, "target") && message.target.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.target);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KeyChange message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.KeyChange
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.KeyChange & gyre.KeyChange.$Shape} KeyChange
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyChange.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.KeyChange();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.op = value;
                        else
                            delete message.op;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.force = value;
                        else
                            delete message.force;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.target = value;
                        else
                            delete message.target;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KeyChange;
    })();

    gyre.KeyDone = (function() {

        /**
         * Properties of a KeyDone.
         * @typedef {Object} gyre.KeyDone.$Properties
         * @property {string|null} [refusal] KeyDone refusal
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a KeyDone.
         * @memberof gyre
         * @interface IKeyDone
         * @augments gyre.KeyDone.$Properties
         * @deprecated Use gyre.KeyDone.$Properties instead.
         */

        /**
         * Shape of a KeyDone.
         * @typedef {gyre.KeyDone.$Properties} gyre.KeyDone.$Shape
         */

        /**
         * Constructs a new KeyDone.
         * @memberof gyre
         * @classdesc Represents a KeyDone.
         * @constructor
         * @param {gyre.KeyDone.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const KeyDone = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * KeyDone refusal.
         * @member {string} refusal
         * @memberof gyre.KeyDone
         * @instance
         */
        KeyDone.prototype.refusal = "";

        /**
         * Creates a new KeyDone instance using the specified properties.
         * @function create
         * @memberof gyre.KeyDone
         * @static
         * @param {gyre.KeyDone.$Properties=} [properties] Properties to set
         * @returns {gyre.KeyDone} KeyDone instance
         * @type {{
         *   (properties: gyre.KeyDone.$Shape): gyre.KeyDone & gyre.KeyDone.$Shape;
         *   (properties?: gyre.KeyDone.$Properties): gyre.KeyDone;
         * }}
         */
        KeyDone.create = function(properties) {
            return new KeyDone(properties);
        };

        /**
         * Encodes the specified KeyDone message. Does not implicitly {@link gyre.KeyDone.verify|verify} messages.
         * @function encode
         * @memberof gyre.KeyDone
         * @static
         * @param {gyre.KeyDone.$Properties} message KeyDone message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        KeyDone.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal") && message.refusal !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.refusal);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a KeyDone message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.KeyDone
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.KeyDone & gyre.KeyDone.$Shape} KeyDone
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        KeyDone.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.KeyDone();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.refusal = value;
                        else
                            delete message.refusal;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return KeyDone;
    })();

    gyre.SyncOffer = (function() {

        /**
         * Properties of a SyncOffer.
         * @typedef {Object} gyre.SyncOffer.$Properties
         * @property {number|null} [label] SyncOffer label
         * @property {number|null} [version] SyncOffer version
         * @property {string|null} [cluster] SyncOffer cluster
         * @property {gyre.Update.$Properties|null} [from] SyncOffer from
         * @property {boolean|null} [joining] SyncOffer joining
         * @property {Uint8Array|null} [buckets] SyncOffer buckets
         * @property {number|null} [genesis] SyncOffer genesis
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SyncOffer.
         * @memberof gyre
         * @interface ISyncOffer
         * @augments gyre.SyncOffer.$Properties
         * @deprecated Use gyre.SyncOffer.$Properties instead.
         */

        /**
         * Shape of a SyncOffer.
         * @typedef {gyre.SyncOffer.$Properties} gyre.SyncOffer.$Shape
         */

        /**
         * Constructs a new SyncOffer.
         * @memberof gyre
         * @classdesc Represents a SyncOffer.
         * @constructor
         * @param {gyre.SyncOffer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SyncOffer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SyncOffer label.
         * @member {number} label
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.label = 0;

        /**
         * SyncOffer version.
         * @member {number} version
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.version = 0;

        /**
         * SyncOffer cluster.
         * @member {string} cluster
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.cluster = "";

        /**
         * SyncOffer from.
         * @member {gyre.Update.$Properties|null|undefined} from
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.from = null;

        /**
         * SyncOffer joining.
         * @member {boolean} joining
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.joining = false;

        /**
         * SyncOffer buckets.
         * @member {Uint8Array} buckets
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.buckets = $util.newBuffer([]);

        /**
         * SyncOffer genesis.
         * @member {number} genesis
         * @memberof gyre.SyncOffer
         * @instance
         */
        SyncOffer.prototype.genesis = 0;

        /**
         * Creates a new SyncOffer instance using the specified properties.
         * @function create
         * @memberof gyre.SyncOffer
         * @static
         * @param {gyre.SyncOffer.$Properties=} [properties] Properties to set
         * @returns {gyre.SyncOffer} SyncOffer instance
         * @type {{
         *   (properties: gyre.SyncOffer.$Shape): gyre.SyncOffer & gyre.SyncOffer.$Shape;
         *   (properties?: gyre.SyncOffer.$Properties): gyre.SyncOffer;
         * }}
         */
        SyncOffer.create = function(properties) {
            return new SyncOffer(properties);
        };

        /**
         * Encodes the specified SyncOffer message. Does not implicitly {@link gyre.SyncOffer.verify|verify} messages.
         * @function encode
         * @memberof gyre.SyncOffer
         * @static
         * @param {gyre.SyncOffer.$Properties} message SyncOffer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SyncOffer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.label != null && $Object.hasOwnProperty.call(message, "label") && message.label !== 0)
                writer.uint32(/* id 1, wireType 5 =*/13).fixed32(message.label);
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.version);
            if (message.cluster != null && $Object.hasOwnProperty.call(message, "cluster") && message.cluster !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.cluster);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                $root.gyre.Update.encode(message.from, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.joining != null && $Object.hasOwnProperty.call(message, "joining") && message.joining !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.joining);
            if (message.buckets != null && $Object.hasOwnProperty.call(message, "buckets") && message.buckets.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.buckets);
            if (message.genesis != null && $Object.hasOwnProperty.call(message, "genesis") && message.genesis !== 0)
                writer.uint32(/* id 7, wireType 5 =*/61).fixed32(message.genesis);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SyncOffer message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.SyncOffer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.SyncOffer & gyre.SyncOffer.$Shape} SyncOffer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SyncOffer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.SyncOffer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.label = value;
                        else
                            delete message.label;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.cluster = value;
                        else
                            delete message.cluster;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.from = $root.gyre.Update.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.joining = value;
                        else
                            delete message.joining;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.buckets = value;
                        else
                            delete message.buckets;
                        continue;
                    }
                case 7: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.genesis = value;
                        else
                            delete message.genesis;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SyncOffer;
    })();

    gyre.SyncAnswer = (function() {

        /**
         * Properties of a SyncAnswer.
         * @typedef {Object} gyre.SyncAnswer.$Properties
         * @property {string|null} [refusal] SyncAnswer refusal
         * @property {string|null} [reason] SyncAnswer reason
         * @property {gyre.Update.$Properties|null} [from] SyncAnswer from
         * @property {Uint8Array|null} [differing] SyncAnswer differing
         * @property {Array.<gyre.Update.$Properties>|null} [records] SyncAnswer records
         * @property {boolean|null} [more] SyncAnswer more
         * @property {number|null} [genesis] SyncAnswer genesis
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SyncAnswer.
         * @memberof gyre
         * @interface ISyncAnswer
         * @augments gyre.SyncAnswer.$Properties
         * @deprecated Use gyre.SyncAnswer.$Properties instead.
         */

        /**
         * Shape of a SyncAnswer.
         * @typedef {gyre.SyncAnswer.$Properties} gyre.SyncAnswer.$Shape
         */

        /**
         * Constructs a new SyncAnswer.
         * @memberof gyre
         * @classdesc Represents a SyncAnswer.
         * @constructor
         * @param {gyre.SyncAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SyncAnswer = function (properties) {
            this.records = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SyncAnswer refusal.
         * @member {string} refusal
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.refusal = "";

        /**
         * SyncAnswer reason.
         * @member {string} reason
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.reason = "";

        /**
         * SyncAnswer from.
         * @member {gyre.Update.$Properties|null|undefined} from
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.from = null;

        /**
         * SyncAnswer differing.
         * @member {Uint8Array} differing
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.differing = $util.newBuffer([]);

        /**
         * SyncAnswer records.
         * @member {Array.<gyre.Update.$Properties>} records
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.records = $util.emptyArray;

        /**
         * SyncAnswer more.
         * @member {boolean} more
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.more = false;

        /**
         * SyncAnswer genesis.
         * @member {number} genesis
         * @memberof gyre.SyncAnswer
         * @instance
         */
        SyncAnswer.prototype.genesis = 0;

        /**
         * Creates a new SyncAnswer instance using the specified properties.
         * @function create
         * @memberof gyre.SyncAnswer
         * @static
         * @param {gyre.SyncAnswer.$Properties=} [properties] Properties to set
         * @returns {gyre.SyncAnswer} SyncAnswer instance
         * @type {{
         *   (properties: gyre.SyncAnswer.$Shape): gyre.SyncAnswer & gyre.SyncAnswer.$Shape;
         *   (properties?: gyre.SyncAnswer.$Properties): gyre.SyncAnswer;
         * }}
         */
        SyncAnswer.create = function(properties) {
            return new SyncAnswer(properties);
        };

        /**
         * Encodes the specified SyncAnswer message. Does not implicitly {@link gyre.SyncAnswer.verify|verify} messages.
         * @function encode
         * @memberof gyre.SyncAnswer
         * @static
         * @param {gyre.SyncAnswer.$Properties} message SyncAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SyncAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal") && message.refusal !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.refusal);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                $root.gyre.Update.encode(message.from, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.differing != null && $Object.hasOwnProperty.call(message, "differing") && message.differing.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.differing);
            if (message.records != null && message.records.length)
                for (let i = 0; i < message.records.length; ++i)
                    $root.gyre.Update.encode(message.records[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.more);
            if (message.genesis != null && $Object.hasOwnProperty.call(message, "genesis") && message.genesis !== 0)
                writer.uint32(/* id 7, wireType 5 =*/61).fixed32(message.genesis);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SyncAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.SyncAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.SyncAnswer & gyre.SyncAnswer.$Shape} SyncAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SyncAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.SyncAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.refusal = value;
                        else
                            delete message.refusal;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.from = $root.gyre.Update.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.differing = value;
                        else
                            delete message.differing;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.records && message.records.length))
                            message.records = [];
                        message.records.push($root.gyre.Update.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.more = value;
                        else
                            delete message.more;
                        continue;
                    }
                case 7: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.genesis = value;
                        else
                            delete message.genesis;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SyncAnswer;
    })();

    gyre.SyncClose = (function() {

        /**
         * Properties of a SyncClose.
         * @typedef {Object} gyre.SyncClose.$Properties
         * @property {Array.<gyre.Update.$Properties>|null} [records] SyncClose records
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SyncClose.
         * @memberof gyre
         * @interface ISyncClose
         * @augments gyre.SyncClose.$Properties
         * @deprecated Use gyre.SyncClose.$Properties instead.
         */

        /**
         * Shape of a SyncClose.
         * @typedef {gyre.SyncClose.$Properties} gyre.SyncClose.$Shape
         */

        /**
         * Constructs a new SyncClose.
         * @memberof gyre
         * @classdesc Represents a SyncClose.
         * @constructor
         * @param {gyre.SyncClose.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SyncClose = function (properties) {
            this.records = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SyncClose records.
         * @member {Array.<gyre.Update.$Properties>} records
         * @memberof gyre.SyncClose
         * @instance
         */
        SyncClose.prototype.records = $util.emptyArray;

        /**
         * Creates a new SyncClose instance using the specified properties.
         * @function create
         * @memberof gyre.SyncClose
         * @static
         * @param {gyre.SyncClose.$Properties=} [properties] Properties to set
         * @returns {gyre.SyncClose} SyncClose instance
         * @type {{
         *   (properties: gyre.SyncClose.$Shape): gyre.SyncClose & gyre.SyncClose.$Shape;
         *   (properties?: gyre.SyncClose.$Properties): gyre.SyncClose;
         * }}
         */
        SyncClose.create = function(properties) {
            return new SyncClose(properties);
        };

        /**
         * Encodes the specified SyncClose message. Does not implicitly {@link gyre.SyncClose.verify|verify} messages.
         * @function encode
         * @memberof gyre.SyncClose
         * @static
         * @param {gyre.SyncClose.$Properties} message SyncClose message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SyncClose.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.records != null && message.records.length)
                for (let i = 0; i < message.records.length; ++i)
                    $root.gyre.Update.encode(message.records[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SyncClose message from the specified reader or buffer.
         * @function decode
         * @memberof gyre.SyncClose
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {gyre.SyncClose & gyre.SyncClose.$Shape} SyncClose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SyncClose.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.gyre.SyncClose();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.records && message.records.length))
                            message.records = [];
                        message.records.push($root.gyre.Update.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SyncClose;
    })();

    return gyre;
})();

export {
  $root as default
};
