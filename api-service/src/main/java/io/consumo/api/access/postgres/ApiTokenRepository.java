package io.consumo.api.access.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

interface ApiTokenRepository extends CrudRepository<ApiTokenRow, UUID> {

    Optional<ApiTokenRow> findByTokenHash(String tokenHash);

    List<ApiTokenRow> findAllByOrderByCreatedAtDesc();

    @Modifying
    @Transactional
    @Query("update ApiTokenRow token set token.lastUsedAt = :at where token.id = :id")
    void used(UUID id, Instant at);

    @Modifying
    @Transactional
    @Query("delete from ApiTokenRow token where token.id = :id")
    int deleteOne(UUID id);
}
