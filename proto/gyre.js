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
         * @property {"offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"} [body] StreamMessage body
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
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ body?: undefined; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "offer"; offer: gyre.SyncOffer.$Shape; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "answer"; offer?: null; answer: gyre.SyncAnswer.$Shape; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "close"; offer?: null; answer?: null; close: gyre.SyncClose.$Shape; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "ping"; offer?: null; answer?: null; close?: null; ping: gyre.Ping.$Shape; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "ack"; offer?: null; answer?: null; close?: null; ping?: null; ack: gyre.Ack.$Shape; keyChange?: null; keyDone?: null; watch?: null; watching?: null }|{ body?: "keyChange"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange: gyre.KeyChange.$Shape; keyDone?: null; watch?: null; watching?: null }|{ body?: "keyDone"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone: gyre.KeyDone.$Shape; watch?: null; watching?: null }|{ body?: "watch"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch: gyre.Watch.$Shape; watching?: null }|{ body?: "watching"; offer?: null; answer?: null; close?: null; ping?: null; ack?: null; keyChange?: null; keyDone?: null; watch?: null; watching: gyre.Watching.$Shape })
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

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * StreamMessage body.
         * @member {"offer"|"answer"|"close"|"ping"|"ack"|"keyChange"|"keyDone"|"watch"|"watching"|undefined} body
         * @memberof gyre.StreamMessage
         * @instance
         */
        $Object.defineProperty(StreamMessage.prototype, "body", {
            get: $util.oneOfGetter($oneOfFields = ["offer", "answer", "close", "ping", "ack", "keyChange", "keyDone", "watch", "watching"]),
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
