package io.consumo.api.access.postgres;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

interface TokenRepository extends CrudRepository<TokenRow, String> {

    @Modifying
    @Transactional
    @Query("delete from TokenRow token where token.tokenHash = :tokenHash")
    void deleteOne(String tokenHash);

    @Modifying
    @Transactional
    @Query("delete from TokenRow token where token.username = :username")
    void deleteAllOf(String username);

    @Modifying
    @Transactional
    @Query("delete from TokenRow token where token.expiresAt <= :now")
    void deleteExpired(Instant now);
}
